//! What a page says about itself to machines: JSON-LD, `meta` elements, its address.

use serde_json::Value;

use super::tree::{Tree, collapse};

/// JSON-LD objects of one page at most, and how deep they nest: a page is no database.
const OBJECTS_MAX: usize = 2_000;
const DEPTH_MAX: usize = 12;

/// Statements of a page about itself.
#[derive(Debug, Default)]
pub(crate) struct Structured {
    /// Every JSON-LD object, outer ones first.
    objects: Vec<Value>,
    /// `meta` elements: lower-case name, property or itemprop, and content.
    metas: Vec<(String, String)>,
    /// The page's own address, if it gives one.
    pub(crate) url: Option<String>,
}

impl Structured {
    pub(crate) fn of(tree: &Tree, markup: &str) -> Self {
        let mut structured = Self::default();
        for (index, node) in tree.elements(&["script", "meta"]) {
            if node.tag == "meta" {
                let content = decoded(node.attribute("content"));
                for name in ["name", "property", "itemprop"] {
                    let key = node.attribute(name).to_ascii_lowercase();
                    if !key.is_empty() && !content.is_empty() {
                        structured.metas.push((key, content.clone()));
                    }
                }
            } else if node
                .attribute("type")
                .to_ascii_lowercase()
                .contains("ld+json")
            {
                let script: String = tree
                    .subtree(index)
                    .map(|(_, node)| node.text.as_str())
                    .collect();
                structured.add_script(&script);
            }
        }
        structured.url = structured.address(tree, markup);
        structured
    }

    /// The first non-empty `meta` with one of these names, in the order of the names.
    pub(crate) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|wanted| {
            let (_, content) = self.metas.iter().find(|(name, _)| name == wanted)?;
            Some(content.as_str())
        })
    }

    /// Every content of the `meta` elements with this name.
    pub(crate) fn metas<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.metas
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, content)| content.as_str())
    }

    /// JSON-LD objects that are a story, those with a headline first.
    pub(crate) fn stories(&self) -> impl Iterator<Item = &Value> {
        let stories = || self.objects.iter().filter(|object| is_story(object));
        let has_headline = |object: &&Value| object.get("headline").is_some();
        stories()
            .filter(has_headline)
            .chain(stories().filter(move |object| !has_headline(object)))
    }

    /// A text of the story's JSON-LD.
    pub(crate) fn story_text(&self, name: &str) -> Option<String> {
        self.stories()
            .filter_map(|story| story.get(name)?.as_str())
            .map(decoded)
            .find(|text| !text.is_empty())
    }

    /// A text of any JSON-LD object.
    pub(crate) fn any_text(&self, name: &str) -> Option<String> {
        self.objects
            .iter()
            .filter_map(|object| object.get(name)?.as_str())
            .map(decoded)
            .find(|text| !text.is_empty())
    }

    /// The JSON-LD object with this `@id`, for authors that are only referred to.
    pub(crate) fn by_id(&self, id: &str) -> Option<&Value> {
        self.objects.iter().find(|object| {
            object.get("@id").and_then(Value::as_str) == Some(id) && object.get("name").is_some()
        })
    }

    /// Names of the JSON-LD objects that are people.
    pub(crate) fn people(&self) -> Vec<String> {
        self.objects
            .iter()
            .filter(|object| object.get("@type").and_then(Value::as_str) == Some("Person"))
            .filter_map(|object| object.get("name")?.as_str())
            .map(decoded)
            .collect()
    }

    /// What the outlet calls itself, by its various fields.
    pub(crate) fn outlet_names(&self) -> Vec<String> {
        let mut names: Vec<String> = [
            "og:site_name",
            "application-name",
            "twitter:site",
            "publisher",
        ]
        .iter()
        .filter_map(|name| self.meta(&[name]))
        .map(str::to_owned)
        .collect();
        let publishers = self
            .objects
            .iter()
            .filter_map(|object| object.get("publisher"));
        names.extend(
            publishers.filter_map(|publisher| Some(decoded(publisher.get("name")?.as_str()?))),
        );
        names
    }

    /// Host of the page's address without `www.`, or the empty string.
    pub(crate) fn host(&self) -> &str {
        let Some((_, rest)) = self.url.as_deref().and_then(|url| url.split_once("://")) else {
            return "";
        };
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }

    fn add_script(&mut self, script: &str) {
        let script = script
            .trim()
            .trim_start_matches("<!--")
            .trim_start_matches("<![CDATA[")
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("-->")
            .trim_end_matches("]]>")
            .trim_end_matches("//")
            .trim_end_matches(';');
        // Line ends inside strings are the commonest fault of hand-made JSON-LD.
        let value = serde_json::from_str(script)
            .or_else(|_| serde_json::from_str(&script.replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = value {
            self.add_value(value);
        }
    }

    fn add_value(&mut self, value: Value) {
        let mut pending = vec![(value, 0)];
        while let Some((value, depth)) = pending.pop() {
            if depth > DEPTH_MAX || self.objects.len() >= OBJECTS_MAX {
                continue;
            }
            match value {
                Value::Array(values) => {
                    pending.extend(values.into_iter().rev().map(|value| (value, depth + 1)));
                }
                Value::Object(object) => {
                    let inner = object.iter().filter(|(name, value)| {
                        is_followed(name) && (value.is_object() || value.is_array())
                    });
                    pending.extend(inner.map(|(_, value)| (value.clone(), depth + 1)));
                    self.objects.push(Value::Object(object));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
    }

    fn address(&self, tree: &Tree, markup: &str) -> Option<String> {
        let canonical = tree
            .elements(&["link"])
            .filter(|(_, node)| node.has_word("rel", "canonical"))
            .map(|(_, node)| node.attribute("href").trim());
        let open_graph = self.metas("og:url");
        canonical
            .chain(open_graph)
            .chain(saved_from(markup))
            .find(|url| url.starts_with("http://") || url.starts_with("https://"))
            .map(str::to_owned)
    }
}

/// Lists inside a story hold other things' headlines and days: they are not followed.
fn is_followed(name: &str) -> bool {
    !matches!(
        name,
        "itemListElement"
            | "hasPart"
            | "comment"
            | "video"
            | "associatedMedia"
            | "review"
            | "mentions"
            | "relatedLink"
            | "isPartOf"
            | "image"
            | "about"
            | "citation"
            | "breadcrumb"
    )
}

fn is_story(object: &Value) -> bool {
    let is_story_type = |name: &str| {
        name.ends_with("Article")
            || name.ends_with("Posting")
            || matches!(name, "Report" | "Review" | "Recipe")
    };
    match object.get("@type") {
        Some(Value::String(name)) => is_story_type(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is_story_type),
        _ => false,
    }
}

/// The address that browsers write into pages they save.
fn saved_from(markup: &str) -> Option<&str> {
    let (_, after) = markup.split_once("saved from url=")?;
    let after = after.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
    after.split([' ', '\n', '\t', '"']).next()
}

/// Text out of an attribute or a JSON string: entities that were escaped twice, white space.
pub(crate) fn decoded(text: &str) -> String {
    let text = if text.contains('&') {
        text.replace("&quot;", "\"")
            .replace("&#039;", "'")
            .replace("&#39;", "'")
            .replace("&#x27;", "'")
            .replace("&apos;", "'")
            .replace("&#8217;", "’")
            .replace("&#8216;", "‘")
            .replace("&#8220;", "“")
            .replace("&#8221;", "”")
            .replace("&rsquo;", "’")
            .replace("&lsquo;", "‘")
            .replace("&ldquo;", "“")
            .replace("&rdquo;", "”")
            .replace("&ndash;", "–")
            .replace("&mdash;", "—")
            .replace("&#8211;", "–")
            .replace("&#8212;", "—")
            .replace("&nbsp;", " ")
            .replace("&#160;", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    } else {
        text.to_owned()
    };
    collapse(&text)
}
