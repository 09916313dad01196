//! Home of quick_xml.
