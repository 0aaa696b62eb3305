//! What a message says, and its files (contract 6.4).

union! {
    /// Message content.
    pub enum Content {
        /// HTML content.
        Html,
        /// Plain text content.
        Text,
        /// Markdown content; the only form WhatsApp outbound accepts. Supported: bold, italic, bold+italic, strikethrough, blockquote, ordered/unordered lists, inline code.
        Markdown,
    } or UnknownContent
}

model! {
    /// HTML content.
    pub struct Html => "Html" {
        /// The value.
        pub value: String,
    }
}

model! {
    /// Plain text content.
    pub struct Text => "Text" {
        /// The value.
        pub value: String,
    }
}

model! {
    /// Markdown content; the only form WhatsApp outbound accepts. Supported: bold, italic, bold+italic, strikethrough, blockquote, ordered/unordered lists, inline code.
    pub struct Markdown => "Markdown" {
        /// The value.
        pub value: String,
    }
}

model! {
    /// Content of a kind that this version does not know.
    unknown struct UnknownContent {
        /// The value.
        pub value: String,
    }
}

model! {
    /// Attachment or stored file.
    input struct File {
        /// URL of the file. In requests Dixa downloads and copies it; in answers it is `https://files.dixa.io/private/…`, which needs authentication.
        pub url: String,
        /// Name to show.
        pub pretty_name: Option<String>,
    }
}
