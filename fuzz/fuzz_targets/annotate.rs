#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sijil_hostile::promises::mentions(bytes));
