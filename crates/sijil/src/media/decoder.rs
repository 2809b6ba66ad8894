//! Decodes pictures in a process of their own: a decoder that is taken over, runs wild or eats
//! memory ends there.
//!
//! The process reads the picture from its standard input, can open nothing,
//! writes what it made to its standard output, and is killed when it takes too long.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::confine::confine;
use super::crops::Crop;
use super::kinds::Refusal;
use super::shrink::{self, BYTES_MAX, Format, Made};

/// The command's name, which no help lists: only the program itself calls it.
pub const COMMAND: &str = "decode-picture";
/// How long a picture may take: fifty times what a press camera's takes.
const PATIENCE: Duration = Duration::from_secs(5);
/// Bytes of what it makes: a master of the largest size, of noise, is under a half of it.
const MADE_BYTES_MAX: u64 = 24 * 1024 * 1024;
/// Between two looks at whether a process that has closed its output has ended; for a second.
const LOOK: Duration = Duration::from_millis(1);
const LAST_LOOKS: u32 = 1000;
/// What the process says first when it made something; a refusal's word otherwise.
const MADE: &str = "made";

/// Where pictures are decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decoder {
    /// In a process of this program.
    Process(PathBuf),
    /// In this process, without bounds of memory and time: for systems that let no program start
    /// another. Said at the start and at the desk.
    Inside,
}

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// The master of what was handed in.
    Master,
    /// A logo of what was handed in.
    Logo,
    /// A width of a master.
    Variant(u32, Format),
    /// A crop of a master.
    Crop(Crop, Format),
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The picture is not taken.
    #[error("the picture is refused: {}", .0.word())]
    Refused(Refusal),
    /// The process could not be started or heard.
    #[error("decode a picture in a process of its own")]
    Machine(#[from] io::Error),
}

impl From<Refusal> for DecodeError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Task {
    fn word(&self) -> String {
        match self {
            Self::Master => "master".to_owned(),
            Self::Logo => "logo".to_owned(),
            Self::Variant(width, format) => format!("{width}.{}", format.extension()),
            Self::Crop(crop, format) => format!("{}.{}", crop.name(), format.extension()),
        }
    }

    /// The task of that name, which for sizes and crops is their file's.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "master" => return Some(Self::Master),
            "logo" => return Some(Self::Logo),
            _ => {}
        }
        let (name, extension) = word.split_once('.')?;
        let format = Format::ALL
            .into_iter()
            .find(|format| format.extension() == extension)?;
        match Crop::named(name) {
            Some(crop) => Some(Self::Crop(crop, format)),
            None => Some(Self::Variant(name.parse().ok()?, format)),
        }
    }

    fn perform(&self, bytes: &[u8]) -> Result<Made, Refusal> {
        match self {
            Self::Master => shrink::master(bytes),
            Self::Logo => shrink::logo(bytes),
            Self::Variant(width, format) => shrink::variant(bytes, *width, *format),
            Self::Crop(crop, format) => shrink::crop(bytes, crop, *format),
        }
    }
}

impl Decoder {
    /// This program, also after its file was replaced by a newer one.
    #[must_use]
    pub fn own() -> Self {
        let own = PathBuf::from("/proc/self/exe");
        if own.exists() {
            return Self::Process(own);
        }
        std::env::current_exe().map_or(Self::Inside, Self::Process)
    }

    /// Makes what `task` says of a file. Blocks for at most six seconds.
    ///
    /// # Errors
    /// When the picture is refused, or no process can be started.
    pub fn run(&self, task: &Task, input: File) -> Result<Made, DecodeError> {
        match self {
            Self::Process(program) => {
                let child = Command::new(program)
                    .args([COMMAND, &task.word()])
                    .env_clear()
                    .stdin(input)
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()?;
                heard(child)
            }
            Self::Inside => {
                let mut bytes = Vec::new();
                input.take(limit()).read_to_end(&mut bytes)?;
                Ok(task.perform(&bytes)?)
            }
        }
    }
}

/// Waits for a process to say what it made, and ends it in any case.
fn heard(mut child: Child) -> Result<Made, DecodeError> {
    let (tell, told) = mpsc::sync_channel(1);
    if let Some(stdout) = child.stdout.take() {
        thread::Builder::new()
            .name("hear-decoder".to_owned())
            .spawn(move || {
                let mut said = Vec::new();
                let heard = stdout.take(MADE_BYTES_MAX + 1).read_to_end(&mut said);
                // Nobody waits any more when the process was too slow.
                tell.send(heard.map(|_| said)).ok();
            })?;
    }
    let said = told.recv_timeout(PATIENCE);
    let status = ended(&mut child, said.is_ok())?;
    let Ok(said) = said else {
        return Err(Refusal::Slow.into());
    };
    let said = said?;
    if u64::try_from(said.len()).unwrap_or(u64::MAX) > MADE_BYTES_MAX {
        return Err(Refusal::Memory.into());
    }
    parse(&said, status)
}

/// How a process ended. Who has said all there is to say ends at once, and is made to otherwise.
fn ended(child: &mut Child, is_leaving: bool) -> io::Result<ExitStatus> {
    let looks = if is_leaving { LAST_LOOKS } else { 0 };
    for _ in 0..looks {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        thread::park_timeout(LOOK);
    }
    child.kill()?;
    child.wait()
}

/// What a process said: a line, and after `made` the file.
fn parse(said: &[u8], status: ExitStatus) -> Result<Made, DecodeError> {
    let mut parts = said.splitn(2, |byte| *byte == b'\n');
    let line = parts.next().and_then(|line| std::str::from_utf8(line).ok());
    let mut words = line.unwrap_or_default().split(' ');
    let first = words.next().unwrap_or_default();
    if first == MADE && status.success() {
        let mut number = || words.next()?.parse::<u32>().ok();
        let (width, height) = (number(), number());
        let bytes = parts.next().unwrap_or_default().to_vec();
        if let (Some(width), Some(height)) = (width, height) {
            return Ok(Made {
                width,
                height,
                bytes,
            });
        }
    }
    let refusal = Refusal::try_from(first.to_owned());
    Err(refusal.unwrap_or_else(|_| died(status)).into())
}

/// A process that said nothing was ended by the system: for memory it aborts, for time it is killed.
fn died(status: ExitStatus) -> Refusal {
    use std::os::unix::process::ExitStatusExt as _;
    const SIGABRT: i32 = 6;
    const SIGKILL: i32 = 9;
    const SIGXCPU: i32 = 24;
    match status.signal() {
        Some(SIGABRT) => Refusal::Memory,
        Some(SIGKILL | SIGXCPU) => Refusal::Slow,
        _ => Refusal::Broken,
    }
}

/// What the process does. It gives up what it does not need before it reads the first byte.
///
/// # Errors
/// When limits cannot be set, or input and output fail.
pub fn serve(word: &str) -> io::Result<()> {
    confine(PATIENCE)?;
    // A decoder's panic is a refusal, and its words would only fill a log.
    std::panic::set_hook(Box::new(|_| {}));
    let task = Task::named(word).ok_or(io::ErrorKind::InvalidInput)?;
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit()).read_to_end(&mut bytes)?;
    let made = task.perform(&bytes);
    let mut out = io::stdout().lock();
    match made {
        Ok(made) => {
            writeln!(out, "{MADE} {} {}", made.width, made.height)?;
            out.write_all(&made.bytes)?;
        }
        Err(refusal) => writeln!(out, "{}", refusal.word())?,
    }
    out.flush()
}

/// One byte more than is taken, so that what is too long is seen to be.
fn limit() -> u64 {
    u64::try_from(BYTES_MAX).unwrap_or(u64::MAX) + 1
}
