//! Processor time: of one process, of all, of our own children.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::shell;

/// Clock ticks a second in `/proc`: Linux has shown 100 to every program since 2.6.
const TICKS_PER_S: f64 = 100.0;

/// Seconds of processor time, in it and for it, that a process has used.
pub(crate) fn of_process(pid: u32) -> Result<f64> {
    seconds(&format!("/proc/{pid}/stat"), &[14, 15])
}

/// Seconds of processor time that our ended children have used.
pub(crate) fn of_children() -> Result<f64> {
    seconds("/proc/self/stat", &[16, 17])
}

/// Seconds of processor time that everything on the machine has used.
pub(crate) fn of_machine() -> Result<f64> {
    let text = std::fs::read_to_string("/proc/stat").context("read /proc/stat")?;
    let all = text.lines().next().unwrap_or_default();
    // user nice system idle iowait irq softirq steal: idle and iowait are no work.
    let ticks = all.split_whitespace().skip(1).take(8).enumerate();
    let busy = ticks.filter(|(place, _)| ![3, 4].contains(place));
    Ok(busy
        .filter_map(|(_, ticks)| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / TICKS_PER_S)
}

/// The words that make a command run on one core, where the system can.
pub(crate) fn pin(core: u32) -> Result<Vec<String>> {
    let taskset =
        shell::find("taskset").context("taskset is missing: apt-get install util-linux")?;
    Ok(vec![
        taskset.display().to_string(),
        "-c".to_owned(),
        core.to_string(),
    ])
}

/// The sum of the fields of a `stat` file, counted from 1 as proc(5) does, in seconds.
fn seconds(path: &str, fields: &[usize]) -> Result<f64> {
    let text = std::fs::read_to_string(Path::new(path)).with_context(|| format!("read {path}"))?;
    // The second field is the program's name in parentheses, which may hold spaces.
    let (_, after_name) = text.rsplit_once(')').context("a process has a name")?;
    let values: Vec<&str> = after_name.split_whitespace().collect();
    let ticks = fields
        .iter()
        .filter_map(|field| values.get(field.checked_sub(3)?)?.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / TICKS_PER_S)
}
