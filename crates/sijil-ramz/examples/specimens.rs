//! Writes pictures and sounds of made-up tokens into a folder, for looking at and for the solvers:
//! `cargo run -p sijil-ramz --example specimens -- FOLDER COUNT`. The name of a file tells its code.

use sijil_ramz::{Action, Ask, Keys, Level, Ramz};
use sijil_text::Lang;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let folder = PathBuf::from(given.next().ok_or("name a folder")?);
    let count: u8 = given.next().ok_or("say how many")?.parse()?;
    fs::create_dir_all(&folder)?;
    let keys = Keys::new(&[9; 32])?;
    for number in 0..count {
        let mut code = String::new();
        for level in [Level::Calm, Level::Normal, Level::Busy] {
            let lang = if number % 2 == 0 { Lang::Ar } else { Lang::En };
            let ask = Ask {
                action: Action::Comment,
                level,
                lang,
                object: 1,
                nonce: [number; 16],
            };
            let ramz = keys.issue(&ask, 1_794_000_000);
            code = found(&ramz, &code).ok_or("no code fits")?;
            let name = format!("{level:?}-{lang}-{number:03}-{code}");
            fs::write(folder.join(format!("{name}.png")), ramz.picture())?;
            fs::write(folder.join(format!("{name}.wav")), ramz.sound(lang))?;
        }
    }
    Ok(())
}

/// The code, by trying: one nonce has the same last digits at every level, `ending` being those known.
fn found(ramz: &Ramz, ending: &str) -> Option<String> {
    let width = usize::from(ramz.digits()).checked_sub(ending.len())?;
    (0..10_u32.pow(u32::try_from(width).ok()?))
        .map(|guess| format!("{guess:0width$}{ending}"))
        .find(|guess| ramz.is_code(guess))
}
