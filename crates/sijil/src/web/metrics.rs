//! What is counted, in the Prometheus text format. Nothing here tells one reader from another.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

/// The class of an answer's status: 2 for 200 to 299.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct StatusClass {
    class: u16,
}

/// Everything that is counted.
pub struct Metrics {
    registry: Registry,
    /// By class, from 1 for 100 to 199; looked up once, since every answer is counted.
    answers: [Counter; 5],
    /// Pages that were served from memory.
    pub cache_hits: Counter,
    /// Pages that were rendered.
    pub cache_misses: Counter,
    /// Bytes of rendered pages in memory.
    pub cache_bytes: Gauge,
    /// Open connections.
    pub connections: Gauge,
    /// Connections that were closed at once since their address had too many.
    pub connections_refused: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("sijil");
        let answers = Family::<StatusClass, Counter>::default();
        let (cache_hits, cache_misses) = (Counter::default(), Counter::default());
        let (cache_bytes, connections) = (Gauge::default(), Gauge::default());
        let connections_refused = Counter::default();
        registry.register(
            "http_answers",
            "Answers by class of status",
            answers.clone(),
        );
        let answers =
            [1, 2, 3, 4, 5].map(|class| answers.get_or_create(&StatusClass { class }).clone());
        registry.register(
            "page_cache_hits",
            "Pages served from memory",
            cache_hits.clone(),
        );
        registry.register("page_cache_misses", "Pages rendered", cache_misses.clone());
        registry.register(
            "page_cache_bytes",
            "Bytes of pages in memory",
            cache_bytes.clone(),
        );
        registry.register("connections", "Open connections", connections.clone());
        registry.register(
            "connections_refused",
            "Connections closed since their address had too many",
            connections_refused.clone(),
        );
        Self {
            registry,
            answers,
            cache_hits,
            cache_misses,
            cache_bytes,
            connections,
            connections_refused,
        }
    }
}

impl Metrics {
    /// Counts an answer.
    pub fn answered(&self, status: http::StatusCode) {
        let class = usize::from(status.as_u16() / 100);
        if let Some(counter) = self.answers.get(class.wrapping_sub(1)) {
            counter.inc();
        }
    }

    /// Everything, as Prometheus reads it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = prometheus_client::encoding::text::encode(&mut text, &self.registry);
        text
    }
}
