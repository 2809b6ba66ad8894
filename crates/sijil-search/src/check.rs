//! Whether an index on disk is whole.

use std::path::{Path, PathBuf};
use tantivy::directory::Directory;
use tantivy::directory::footer::Footer;
use tantivy::index::SegmentComponent;
use tantivy::{Index, SegmentMeta};

/// Finds the first damage of `index`, in words for the operator. Reads every file in full.
pub(crate) fn damage(index: &Index, directory: &dyn Directory) -> Result<(), String> {
    let metas = index
        .load_metas()
        .map_err(|error| format!("the index cannot be read: {error}"))?;
    for segment in &metas.segments {
        for path in files(segment) {
            // Tantivy's own `validate_checksum` passes over missing files, so each is asked for.
            match index.directory().validate_checksum(&path) {
                Ok(true) => {}
                Ok(false) => {
                    return Err(format!("file {} of the index is damaged", path.display()));
                }
                Err(error) => return Err(unreadable(&path, &error)),
            }
            // The checksum leaves out the file's last line, which names the engine's version.
            let file = directory
                .open_read(&path)
                .map_err(|error| unreadable(&path, &error))?;
            let (footer, _) =
                Footer::extract_footer(file).map_err(|error| unreadable(&path, &error))?;
            if footer.version != *tantivy::version() {
                return Err(format!(
                    "file {} is of version {:?} of the engine",
                    path.display(),
                    footer.version
                ));
            }
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!(
        "file {} of the index cannot be read: {error}",
        path.display()
    )
}

fn files(segment: &SegmentMeta) -> Vec<PathBuf> {
    let mut components = vec![
        SegmentComponent::Postings,
        SegmentComponent::Positions,
        SegmentComponent::Terms,
        SegmentComponent::Store,
        SegmentComponent::FastFields,
        SegmentComponent::FieldNorms,
    ];
    if segment.has_deletes() {
        components.push(SegmentComponent::Delete);
    }
    components
        .into_iter()
        .map(|component| segment.relative_path(component))
        .collect()
}
