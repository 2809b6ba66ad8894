//! Measurements that need the inside of the newsroom; `cargo xtask bench` runs them and prints
//! their figures. Each figure is one line: a name, a space, a number.

mod desk;
mod publishing;
mod writes;

use std::io::Write;

use anyhow::bail;

fn main() -> anyhow::Result<()> {
    let figures = match std::env::args().nth(1).as_deref() {
        Some("publish") => publishing::measure()?,
        Some("db") => writes::measure()?,
        Some("desk") => desk::measure()?,
        _ => bail!("the measurements are: publish, db, desk"),
    };
    let mut out = std::io::stdout().lock();
    for (name, figure) in figures {
        writeln!(out, "{name} {figure:.3}")?;
    }
    Ok(())
}

/// What was measured: names and figures.
type Figures = Vec<(String, f64)>;

/// The value under which a share of all lies, from 0 to 1; they are sorted in passing.
fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list that has fewer than 2^32"
    )]
    let place = (f64::from(count) * share) as usize;
    let last = values.len().saturating_sub(1);
    values.get(place.min(last)).copied().unwrap_or(f64::NAN)
}
