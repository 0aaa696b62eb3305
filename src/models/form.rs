//! Forms submitted in Dixa's messenger (contract 6.5).

use super::scalars::Int64;

model! {
    /// Submitted form.
    pub struct FormSubmission {
        /// What was filled in, by the label of the form's field.
        pub values: MapFormAttributeValue,
    }
}

map! {
    /// Form values by the label of their field.
    pub struct MapFormAttributeValue(FormAttributeValue as "FormAttributeValue");
}

any_of! {
    /// Value of one field of a form. Dixa's schema declares tagged objects, its only example shows
    /// bare values; both are read.
    pub enum FormAttributeValue as "string | string[] | FormValue | FileMeta[]" {
        /// Text, bare.
        Text(String),
        /// A choice, bare.
        Select(Vec<String>),
        /// Tagged, as in Dixa's schema.
        Tagged(FormValue),
        /// Files, bare.
        Attachments(Vec<FileMeta>),
    }
}

union! {
    /// Value of one field of a form as Dixa's schema declares it.
    pub enum FormValue {
        /// Text.
        FormText,
        /// A choice.
        FormSelect,
        /// Files.
        FormAttachments,
    } or UnknownFormValue
}

model! {
    /// Schema form of a text value (Dixa `Text1`, title `Text`).
    pub struct FormText => "Text" {
        /// What was written.
        pub value: String,
    }
}

model! {
    /// Schema form of a select value (Dixa `Select`).
    pub struct FormSelect => "Select" {
        /// What was chosen.
        pub value: Vec<String>,
    }
}

model! {
    /// Schema form of an attachments value (Dixa `Attachments`).
    pub struct FormAttachments => "Attachments" {
        /// The files.
        pub value: Vec<FileMeta>,
    }
}

model! {
    /// A value of a kind that this version does not know.
    unknown struct UnknownFormValue {
    }
}

model! {
    /// Uploaded form file.
    pub struct FileMeta {
        /// URL of the file. In requests Dixa downloads and copies it; in answers it is `https://files.dixa.io/private/…`, which needs authentication.
        pub url: String,
        /// The name.
        pub name: String,
        /// Media type.
        pub media_type: MimeType,
        /// Length in bytes.
        pub bytes_length: Int64,
        /// Checksum of the content.
        pub checksum: Checksum,
    }
}

model! {
    /// Media type (Dixa `MimeTypeImpl`, single-variant union).
    pub struct MimeType {
        /// The part before the slash, e.g. `image`.
        pub primary: String,
        /// The part behind the slash, e.g. `png`.
        pub sub: String,
    }
}

model! {
    /// Checksum.
    pub struct Checksum {
        /// Name of the algorithm.
        pub algorithm: String,
        /// The checksum in hexadecimal.
        pub hex: String,
    }
}
