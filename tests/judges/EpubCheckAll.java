// EPUBCheck over many books in one Java machine: it takes longer to start than to check a book.
// java -cp epubcheck.jar EpubCheckAll.java BOOK... ; ends with 1 if a book has an error or a warning.

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;

public class EpubCheckAll {
    public static void main(String[] books) {
        int failed = 0;
        for (String book : books) {
            DefaultReportImpl report = new DefaultReportImpl(book);
            new EpubCheck(new File(book), report).doValidate();
            if (report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount() > 0) {
                failed++;
            }
        }
        System.out.println("EPUBCheck: " + books.length + " books, " + failed + " with errors or warnings");
        System.exit(failed == 0 ? 0 : 1);
    }
}
