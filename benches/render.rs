#[divan::bench(args = SECTIONS)]
fn daisy(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| render::daisy::render(black_box(&document), &render::daisy::Options::default()));
}

#[divan::bench(args = SECTIONS)]
fn spoken(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| plainsong::rewrite::spoken::spoken(black_box(&document)));
}
