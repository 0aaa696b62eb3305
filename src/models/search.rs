//! Searching (contract 6.9), its hits and pages. Not here: the filter language (`filter.rs`).

use super::scalars::{Int64, SearchPageLimit};

model! {
    /// What to search for.
    input struct SearchConversationsQuery {
        /// The text to find; not empty.
        pub query: String,
        /// Whether the text must be found as it stands. Default: false.
        pub exact_match: Option<bool>,
        /// Results a page.
        pub page_limit: Option<SearchPageLimit>,
        /// Where to go on: `nextPageKey` of a page. Never build one.
        pub page_key: Option<String>,
    }
}

model! {
    /// Which page of a search.
    input struct SearchPageQuery {
        /// Results a page.
        pub page_limit: Option<SearchPageLimit>,
        /// Where to go on: `nextPageKey` of a page. Never build one.
        pub page_key: Option<String>,
    }
}

model! {
    /// Which page of a list.
    input struct PageQuery {
        /// Results a page.
        pub page_limit: Option<i32>,
        /// Where to go on: `nextPageKey` of a page. Never build one.
        pub page_key: Option<String>,
    }
}

model! {
    /// Search hit.
    pub struct ConversationSearchHit {
        /// The conversation.
        pub id: Int64,
        /// Where the query was found.
        pub highlights: MapVectorString,
        /// Hits within messages. Always empty since 2026.
        pub inner_hits: Vec<ConversationSearchInnerHit>,
        /// `ConversationSearchHit`; no longer sent since 2026.
        pub kind as "_type": Option<String>,
    }
}

model! {
    /// Hit of a search with filters: an id, and no more of the conversation than the highlights. `getConversation`
    /// reads the rest.
    pub struct ConversationSearchWithFiltersHit {
        /// The conversation.
        pub id: Int64,
        /// Where the query was found.
        pub highlights: MapVectorString,
    }
}

model! {
    /// Hit inside a sub-entity.
    pub struct ConversationSearchInnerHit {
        /// The message.
        pub id: String,
        /// One snippet for each field.
        pub highlight: MapString,
    }
}

map! {
    /// Snippets of HTML by the field they were found in; matches stand in `<em class="highlight">`.
    /// It holds customers' text: clean it before it is shown.
    pub struct MapVectorString(Vec<String> as "string[]");
}

map! {
    /// One snippet of HTML by the field it was found in.
    pub struct MapString(String as "string");
}

model! {
    /// Pagination links. Not page tokens: extract `pageKey` from `next`.
    pub struct PaginationLinks {
        /// The page before.
        pub previous: Option<String>,
        /// The page after. Absent or null on the last page.
        pub next: Option<String>,
    }
}
