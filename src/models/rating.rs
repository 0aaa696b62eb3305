//! Ratings (contract 6.8).

use super::conversation::ConversationChannel;
use super::scalars::{Timestamp, TimestampInput};

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

model! {
    /// Rating offer to create.
    input struct CreateRatingOfferInput {
        /// The end user who is asked.
        pub user_id: String,
        /// The agent who is rated.
        pub agent_id: String,
        /// The kind of question.
        pub rating_type: RatingType,
        /// When it was offered.
        pub offered_at: Option<TimestampInput>,
    }
}

model! {
    /// Created rating offer.
    pub struct RatingOffer {
        /// Its id, by which its result is submitted.
        pub id: String,
        /// The end user who is asked.
        pub user_id: String,
        /// The agent who is rated.
        pub agent_id: String,
        /// The kind of question.
        pub rating_type: RatingType,
        /// When it was offered.
        pub offered_at: Option<Timestamp>,
    }
}

model! {
    /// Rating result to submit.
    input struct CreateRatingResultInput {
        /// The end user who rates.
        ///
        /// @deprecated Required in 2025, optional since 2026.
        pub user_id: Option<String>,
        /// The score.
        pub rating_result: SubmittedRatingResult,
        /// The end user's comment.
        pub comment: Option<String>,
        /// When it was submitted.
        pub submitted_at: Option<TimestampInput>,
    }
}

model! {
    /// Submitted rating result.
    pub struct RatingResult {
        /// The rating.
        pub rating_id: String,
        /// The end user who rated.
        pub user_id: Option<String>,
        /// The score.
        pub rating_result: SubmittedRatingResult,
        /// The end user's comment.
        pub comment: Option<String>,
        /// When it was submitted.
        pub submitted_at: Option<Timestamp>,
    }
}

union! {
    /// Submitted score.
    pub enum SubmittedRatingResult {
        /// CSAT score.
        Csat,
        /// Thumbs rating.
        ThumbsUpOrDown,
        /// NPS score. Since 2026.
        Nps,
    } or UnknownSubmittedRatingResult
}

model! {
    /// CSAT score.
    pub struct Csat => "Csat" {
        /// 1 to 5.
        pub value: i32,
    }
}

model! {
    /// Thumbs rating.
    pub struct ThumbsUpOrDown => "ThumbsUpOrDown" {
        /// 0 (down) or 1 (up).
        pub value: i32,
    }
}

model! {
    /// NPS score. Since 2026.
    pub struct Nps => "Nps" {
        /// 0 to 10.
        pub value: i32,
    }
}

model! {
    /// A score of a kind that this version does not know.
    unknown struct UnknownSubmittedRatingResult {
        /// The score.
        pub value: i32,
    }
}
