//! The conversations that a sandbox begins with, in short.

/// One conversation.
pub(super) struct Story {
    /// Kind and channel.
    pub(super) kind: &'static str,
    pub(super) channel: &'static str,
    pub(super) state: &'static str,
    /// Places in the lists of people, queues and tags.
    pub(super) user: usize,
    pub(super) agent: Option<usize>,
    pub(super) queue: usize,
    pub(super) tags: &'static [usize],
    pub(super) hours: i64,
    pub(super) subject: Option<&'static str>,
    /// Lines of the end user (`<`), the agent (`>`), and notes (`#`).
    pub(super) lines: &'static [&'static str],
}

macro_rules! stories {
    ($($kind:ident $channel:ident $state:ident, $user:literal $agent:expr, $queue:literal $tags:expr, $hours:literal, $subject:expr, [$($line:literal),+ $(,)?];)+) => {
        &[$(Story {
            kind: stringify!($kind), channel: stringify!($channel), state: stringify!($state), user: $user, agent: $agent,
            queue: $queue, tags: &$tags, hours: $hours, subject: $subject, lines: &[$($line),+],
        }),+]
    };
}

pub(super) const STORIES: &[Story] = stories! {
    EmailConversation Email Open, 0 Some(0), 1 [0, 4], 2, Some("Lamp arrived broken, I would like a refund"), [
        "<Hello, my Aurora lamp came today and the glass shade is in pieces. The box itself looked fine. I would like a refund, please. Order LU-20418.",
        ">Hi Astrid, I am sorry about the shade. Could you send us a photo of the box and the broken glass? Then I can start the refund at once.",
        "<Of course, the photo is attached. Thank you for the quick answer!",
        "#Third broken Aurora this week from the Aarhus warehouse. Told logistics."];
    ChatConversation WidgetChat Open, 1 None, 0 [1], 1, None, [
        "<Hi! Tracking has said \"out for delivery\" since Thursday. Is my parcel lost?",
        "<Order LU-20377, two reading lights."];
    WhatsAppConversation WhatsApp Open, 2 Some(1), 0 [1, 3], 5, None, [
        "<Hey, can I still change the delivery address? I moved last week 🙈",
        ">Hi Priya! The parcel leaves tonight, so there is still time. What is the new address?",
        "<14 Mill Lane, Leeds LS2 7AB",
        ">Done, it goes to Mill Lane now. You will get a new tracking link this evening."];
    EmailConversation Email Open, 3 None, 2 [2], 3, Some("Cannot log in after password reset"), [
        "<Buongiorno, I reset my password twice and still I cannot log in. The page says the link has expired although I used it at once. Luca"];
    MessengerConversation Messenger Pending, 4 Some(2), 2 [2], 20, None, [
        "<I filled in the form, my account shows somebody else's orders.",
        ">Thank you for telling us, Emma. I have signed out all devices. Could you log in again and tell me what you see?",
        "#Possible session mix-up, handed to the web team. Do not ask for her password."];
    ContactFormConversation ContactForm Open, 5 None, 1 [0], 8, Some("Return without receipt"), [
        "<I got the desk lamp as a gift and have no receipt. Can I exchange it for the black one?"];
    PstnPhoneConversation PstnPhone Closed, 6 Some(0), 0 [1], 30, None, [
        "<Hello, I am calling about a delivery that was promised for Monday.",
        ">Let me look. The driver could not find the entrance, it is on its way again today."];
    SmsConversation Sms Open, 7 Some(3), 0 [], 6, None, [
        "<Is the store in Odense open on Sunday?",
        ">Yes, from 11 to 16. See you there!"];
    FacebookMessengerConversation FacebookMessenger Open, 0 None, 0 [], 4, None, [
        "<Do you ship to Iceland?"];
    TwitterConversation Twitter Closed, 1 Some(1), 0 [], 72, None, [
        "<@lumen your website shows the wrong price for the Halo lamp",
        ">Thanks for spotting it, Jonas! The price is right again."];
    GenericConversation Messenger Open, 2 None, 2 [5], 10, None, [
        "<My subscription for replacement bulbs was renewed although I cancelled it in October."];
    EmailConversation Email AwaitingPending, 6 Some(0), 1 [0], 26, Some("Refund has not arrived"), [
        "<Bonjour, you promised a refund ten days ago for order LU-19872 and my bank still shows nothing.",
        ">Bonjour Chloé, the refund left us on the 12th. Banks take up to ten working days; I will look again on Friday."];
    ChatConversation WidgetChat Closed, 7 Some(2), 2 [2], 50, None, [
        "<The login code never arrives by text message.",
        ">I have sent you one by e-mail instead, could you try it?",
        "<That worked, thanks!"];
    EmailConversation Email Closed, 4 Some(1), 0 [], 100, Some("Invoice for our office order"), [
        "<Could we have an invoice with our VAT number for the twelve ceiling lights?",
        ">Here it is, with your VAT number on it. Have a nice day!"];
    WhatsAppConversation WhatsApp Pending, 5 Some(3), 1 [4], 28, None, [
        "<The switch of the floor lamp is loose, see photo",
        ">That is a known fault of the first batch. A new switch is on its way to you."];
    PstnPhoneConversation Voicemail Open, 3 None, 2 [], 7, None, [
        "<Hi, please call me back about the dimmer that hums. Thank you."];
    EmailConversation Email Open, 2 None, 1 [0, 3], 9, Some("Cancel my order before it ships"), [
        "<Please cancel my order LU-20431. I ordered the wrong colour and would rather order again."];
    ContactFormConversation ContactForm Closed, 0 Some(2), 0 [], 140, Some("Press request: product photos"), [
        "<We are writing about Nordic light design and would love photos of the Halo series.",
        ">With pleasure, the press kit is on its way to your mailbox."];
    EmailConversation Email Open, 1 Some(3), 0 [1], 12, Some("Parcel shows delivered but is not here"), [
        "<The carrier says delivered, signed by \"Weber\", but I was not at home and there is nothing here.",
        ">I have asked the carrier for the signature and will write as soon as I have it.",
        "#Carrier case 88213, answer promised within two days."];
    ChatConversation WidgetChat Open, 5 None, 0 [], 1, None, [
        "<Which bulb fits the Vega? The manual only says E27."];
    SmsConversation Sms Closed, 6 Some(1), 0 [], 90, None, [
        "<STOP",
        ">You will get no more messages about offers."];
    EmailConversation Email Closed, 7 Some(0), 1 [0], 200, Some("Thank you!"), [
        "<The new shade arrived in one piece. Great service, thank you.",
        ">That is lovely to hear, Samuel. Enjoy the light!"];
    EmailConversation Email Open, 0 Some(1), 1 [4], 1, Some("Re: Lamp arrived broken, carrier claim"), [
        ">Hello, we would like to open a claim for order LU-20418: the glass was broken on arrival, photos attached."];
    EmailConversation Email Closed, 3 Some(2), 2 [], 400, Some("Please delete my data"), [
        "<Please delete all data you have about me.",
        ">Your request is done. We are sorry to see you go."];
};
