//! The server on a real socket.

use std::sync::Arc;
use std::time::Duration;

use sijil::config::Config;
use sijil::web::{server, site::Site};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::TestNewsroom;

/// A server on a port of the system's choosing.
struct Served {
    newsroom: TestNewsroom,
    address: std::net::SocketAddr,
    end: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

impl Served {
    async fn start(set: impl FnOnce(&mut Config)) -> Self {
        let newsroom = TestNewsroom::open_with(set).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, wait) = oneshot::channel();
        let site = Arc::new(Site::new(newsroom.app.clone()));
        let ended = tokio::spawn(server::serve(site, listener, async {
            drop(wait.await);
        }));
        Self {
            newsroom,
            address,
            end,
            ended,
        }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

async fn read_head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        if stream.read(&mut byte).await.unwrap() == 0 {
            break;
        }
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

const FRONT: &[u8] = b"GET /en/ HTTP/1.1\r\nhost: paper.example\r\n\r\n";

#[tokio::test]
async fn a_page_comes_over_the_wire_and_the_connection_stays_open() {
    let served = Served::start(|_| {}).await;
    let mut stream = served.connect().await;
    for _ in 0..2 {
        stream.write_all(FRONT).await.unwrap();
        let head = read_head(&mut stream).await;
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(
            !head.to_ascii_lowercase().contains("\r\nserver:"),
            "it does not say what it is"
        );
        let length = head.to_ascii_lowercase();
        let length = length.split("content-length: ").nth(1).unwrap();
        let mut body = vec![0; length.split("\r\n").next().unwrap().parse().unwrap()];
        stream.read_exact(&mut body).await.unwrap();
    }
}

#[tokio::test]
async fn nonsense_and_too_many_headers_are_refused() {
    let served = Served::start(|_| {}).await;
    let many = "x: y\r\n".repeat(100);
    let long = format!("x: {}\r\n", "y".repeat(20_000));
    for request in [
        "nonsense\r\n\r\n".to_owned(),
        format!("GET /en/ HTTP/1.1\r\nhost: a\r\n{many}\r\n"),
        format!("GET /en/ HTTP/1.1\r\nhost: a\r\n{long}\r\n"),
    ] {
        let mut stream = served.connect().await;
        // It may close before all of this is written.
        drop(stream.write_all(request.as_bytes()).await);
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer).await);
        let answer = String::from_utf8_lossy(&answer);
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4"),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn an_address_with_too_many_connections_waits_outside() {
    let served = Served::start(|config| config.connections_per_address_max = 2).await;
    let (mut first, mut second) = (served.connect().await, served.connect().await);
    for stream in [&mut first, &mut second] {
        stream.write_all(FRONT).await.unwrap();
        assert!(read_head(stream).await.starts_with("HTTP/1.1 200"));
    }
    let mut third = served.connect().await;
    let mut answer = Vec::new();
    drop(third.write_all(FRONT).await);
    drop(third.read_to_end(&mut answer).await);
    assert!(answer.is_empty(), "closed without a word");
    drop(first);
    served
        .newsroom
        .eventually("there is a place again", async || {
            let mut stream = served.connect().await;
            stream.write_all(FRONT).await.is_ok()
                && read_head(&mut stream).await.starts_with("HTTP/1.1 200")
        })
        .await;
}

#[tokio::test]
async fn the_end_lets_answers_finish_and_takes_no_new_ones() {
    let served = Served::start(|_| {}).await;
    let mut stream = served.connect().await;
    stream.write_all(FRONT).await.unwrap();
    assert!(read_head(&mut stream).await.starts_with("HTTP/1.1 200"));
    served.end.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(5), served.ended)
        .await
        .unwrap()
        .unwrap();
    assert!(
        TcpStream::connect(served.address).await.is_err(),
        "it still listens"
    );
}
