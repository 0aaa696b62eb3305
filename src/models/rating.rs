//! Ratings (contract 6.8).

use super::conversation::ConversationChannel;

model! {
    /// Rating of a conversation. ids are declared as plain strings here.
    pub struct ConversationRating {
        /// Its id. Shared by all questions of one survey: `id` and `ratingType` together are the key.
        pub id: String,
        /// The score, once rated.
        pub rating_score: Option<i32>,
        /// The kind of question.
        pub rating_type: RatingType,
        /// The end user's comment.
        pub rating_comment: Option<String>,
        /// Channel of the conversation.
        pub conversation_channel: ConversationChannel,
        /// The agent.
        pub agent_id: Option<String>,
        /// The end user who was asked.
        pub user_id: String,
        /// How far the rating has come.
        pub rating_status: RatingStatus,
        /// Language: `English` in old examples, `en` in new ones.
        pub language: Option<String>,
        /// When what happened to it.
        pub timestamps: RatingTimestamps,
    }
}

open_enum! {
    /// Rating question type.
    pub enum RatingType {
        Csat,
        ThumbsUpOrDown,
        Nps,
    }
}

open_enum! {
    /// Rating lifecycle status.
    pub enum RatingStatus {
        Unscheduled,
        Offered,
        Rated,
        Scheduled,
        Cancelled,
    }
}

map! {
    /// When what happened to a rating, by the name of the event: `created_at`, `scheduled_at`, `scheduled_for`,
    /// `offered_at`, `modified_at`, `rated_at`. May be empty.
    pub struct RatingTimestamps(String as "string");
}
