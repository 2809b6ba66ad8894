//! What a process that decodes pictures gives up before it reads the first byte: limits of the
//! system, and on Linux a filter of system calls (seccomp).
//!
//! The limits keep it from files, sockets and other processes of its own; the filter also from
//! those that are there: it can send no signal, trace nobody, and ask the kernel for little.

use std::io;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Address space of the process: a picture of the most pixels, decoded, scaled and written.
const MEMORY_BYTES_MAX: u64 = 768 * 1024 * 1024;

/// Gives up what decoding does not need: no new file or socket, no file written, no other process,
/// bounded memory and time, no core dump.
///
/// # Errors
/// When a limit cannot be set, or the filter is refused.
pub(super) fn confine(patience: Duration) -> io::Result<()> {
    let limits = [
        (Resource::Nofile, 0),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nproc, 0),
        (Resource::Cpu, patience.as_secs()),
        (Resource::As, MEMORY_BYTES_MAX),
    ];
    for (resource, most) in limits {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    filter()
}

/// Lets pass what decoding takes; all else fails as not permitted. On a kernel or machine that
/// knows no filters the limits hold alone.
#[cfg(target_os = "linux")]
fn filter() -> io::Result<()> {
    use seccompiler::{BpfProgram, Error, SeccompAction, SeccompFilter, TargetArch};

    let Ok(arch) = TargetArch::try_from(std::env::consts::ARCH) else {
        return Ok(());
    };
    // `EPERM`, and no sudden end: a library that asks for more than it needs goes on without.
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let allowed = ALLOWED.iter().map(|call| (*call, Vec::new()));
    let allowed = allowed.chain([(
        libc::SYS_tgkill,
        vec![to_itself().map_err(io::Error::other)?],
    )]);
    let filter = SeccompFilter::new(allowed.collect(), refused, SeccompAction::Allow, arch);
    let program = filter.and_then(BpfProgram::try_from);
    let program = program.map_err(io::Error::other)?;
    match seccompiler::apply_filter(&program) {
        Err(Error::Seccomp(error)) if is_unknown(&error) => Ok(()),
        applied => applied.map_err(io::Error::other),
    }
}

/// Who is out of memory aborts: sends a signal, to itself alone.
#[cfg(target_os = "linux")]
fn to_itself() -> Result<seccompiler::SeccompRule, seccompiler::BackendError> {
    use seccompiler::{SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompRule};

    let own = u64::from(std::process::id());
    let is_own = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, own)?;
    SeccompRule::new(vec![is_own])
}

#[cfg(target_os = "linux")]
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(libc::ENOSYS | libc::EINVAL))
}

#[cfg(not(target_os = "linux"))]
fn filter() -> io::Result<()> {
    Ok(())
}

/// Reading and writing what is open, memory, the end, and what the runtime asks for on its way.
#[cfg(target_os = "linux")]
const ALLOWED: &[i64] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_statx,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::ErrorKind;
    use std::net::{TcpListener, UdpSocket};
    use std::process::{Command, Stdio};

    use rustix::process::{getppid, test_kill_process};

    use super::*;

    /// Set where the process is the confined one.
    const CONFINED: &str = "SIJIL_TEST_CONFINED";
    const NAME: &str = "media::confine::tests::a_confined_process_reaches_nothing_and_nobody";

    #[test]
    fn a_confined_process_reaches_nothing_and_nobody() {
        if std::env::vars_os().any(|(name, _)| name == CONFINED) {
            std::process::exit(i32::try_from(reached()).unwrap());
        }
        // The limits would fall on whatever else is tested here.
        let own = std::env::current_exe().unwrap();
        let confined = Command::new(own)
            .args(["--exact", NAME, "--nocapture", "--test-threads=1"])
            .env(CONFINED, "yes")
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(confined.code(), Some(0), "how much it reached");
    }

    /// Tries what a decoder that was taken over would; gives how much of it was let happen, as bits.
    fn reached() -> usize {
        let parent = getppid().unwrap();
        assert!(test_kill_process(parent).is_ok(), "before, it could");
        confine(Duration::from_secs(5)).unwrap();
        let tries = [
            File::open("/etc/hostname").is_ok(),
            File::create("/dev/shm/sijil-confined").is_ok(),
            TcpListener::bind("127.0.0.1:0").is_ok(),
            UdpSocket::bind("127.0.0.1:0").is_ok(),
            Command::new("/bin/true").spawn().is_ok(),
            std::thread::Builder::new().spawn(|| ()).is_ok(),
            test_kill_process(parent).is_ok(),
        ];
        let socket = TcpListener::bind("127.0.0.1:0").map_err(|error| error.kind());
        let is_filtered = matches!(socket, Err(ErrorKind::PermissionDenied));
        let bits = tries.into_iter().chain([!is_filtered]).enumerate();
        bits.map(|(place, done)| usize::from(done) << place).sum()
    }
}
