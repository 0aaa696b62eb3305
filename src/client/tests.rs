//! Calls under simulated time.
