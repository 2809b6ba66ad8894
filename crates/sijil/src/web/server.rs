//! The accept loop: timeouts on every phase of a connection, caps on their number, and an end
//! that lets answers finish.

use std::collections::HashMap;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::network::Peer;
use super::site::Site;
use super::stall::Stall;

/// A request's headers must have come after this long; an idle connection is closed then too.
const HEADERS: Duration = Duration::from_secs(15);
/// A reader who takes no byte for this long is given up.
const STALL: Duration = Duration::from_secs(20);
/// How long answers may finish after the end was asked for.
const FINISH: Duration = Duration::from_secs(10);
/// Bytes and number of a request's headers.
const HEADER_BYTES_MAX: usize = 16 * 1024;
const HEADERS_MAX: usize = 64;
/// Requests at once on one HTTP/2 connection.
const STREAMS_MAX: u32 = 64;
/// Pause after the system had no descriptor left for a connection.
const BREATH: Duration = Duration::from_millis(100);

/// Serves the site until `end` resolves, then lets answers finish for at most ten seconds.
pub async fn serve(site: Arc<Site>, listener: TcpListener, end: impl Future<Output = ()>) {
    let builder = Arc::new(builder());
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(site.app().config.connections_max));
    let crowd = Arc::new(Crowd::default());
    tokio::pin!(end);
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            () = &mut end => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut end => break,
        };
        let (stream, from) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "accept a connection");
                tokio::time::timeout(BREATH, std::future::pending::<()>())
                    .await
                    .ok();
                continue;
            }
        };
        let Some(guest) = crowd.let_in(from, site.app().config.connections_per_address_max) else {
            site.app().metrics.connections_refused.inc();
            continue;
        };
        let connection = connect(&builder, stream, Peer(from.ip()), Arc::clone(&site));
        let connection = graceful.watch(connection);
        let metrics_of = Arc::clone(&site);
        tokio::spawn(async move {
            metrics_of.app().metrics.connections.inc();
            // How a connection ends is the reader's affair; its address stays out of the log.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            metrics_of.app().metrics.connections.dec();
            drop((guest, place));
        });
    }
    drop(listener);
    if tokio::time::timeout(FINISH, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!(
            seconds = FINISH.as_secs(),
            "some answers did not finish in time"
        );
    }
}

/// Serves the private listener: few requests, from the machine itself.
pub async fn serve_private(routes: axum::Router, listener: TcpListener) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let routes = hyper_util::service::TowerToHyperService::new(routes.clone());
        let connection = builder()
            .serve_connection(TokioIo::new(stream), routes)
            .into_owned();
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a private connection ended early");
            }
        });
    }
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(HEADER_BYTES_MAX)
        .max_headers(HEADERS_MAX)
        .pipeline_flush(true);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS_MAX)
        .max_header_list_size(u32::try_from(HEADER_BYTES_MAX).unwrap_or(u32::MAX))
        .max_pending_accept_reset_streams(Some(32))
        .max_local_error_reset_streams(Some(32))
        .keep_alive_interval(Some(HEADERS))
        .keep_alive_timeout(STALL);
    builder
}

fn connect(
    builder: &Builder<TokioExecutor>,
    stream: TcpStream,
    peer: Peer,
    site: Arc<Site>,
) -> impl hyper_util::server::graceful::GracefulConnection<
    Error = Box<dyn std::error::Error + Send + Sync>,
> + Send
+ use<> {
    // Answers are written whole; waiting for more to send would only delay them.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "set a connection to send at once");
    }
    let service = service_fn(move |request: Request<Incoming>| {
        let at_hand = site.at_hand(&request);
        let mut request = request;
        let site = Arc::clone(&site);
        async move {
            let answer = match at_hand {
                Some(answer) => answer,
                // On the heap, so that what most requests need stays small.
                None => {
                    request.extensions_mut().insert(peer);
                    Box::pin(async move { site.answer(request.map(Body::new)).await }).await
                }
            };
            Ok::<_, std::convert::Infallible>(answer)
        }
    });
    let io = Stall::new(TokioIo::new(stream), STALL);
    builder.serve_connection(io, service).into_owned()
}

/// How many connections each address has. Kept in memory only, and only while they are open.
#[derive(Default)]
struct Crowd(Mutex<HashMap<IpAddr, usize>>);

/// One open connection of an address.
struct Guest {
    crowd: Arc<Crowd>,
    address: IpAddr,
}

impl Crowd {
    fn let_in(self: &Arc<Self>, from: SocketAddr, most: usize) -> Option<Guest> {
        let mut guests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = guests.entry(from.ip()).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Guest {
            crowd: Arc::clone(self),
            address: from.ip(),
        })
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut guests = self.crowd.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = guests.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                guests.remove(&self.address);
            }
        }
    }
}
