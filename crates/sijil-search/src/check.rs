//! Whether an index on disk is whole.

use tantivy::index::SegmentComponent;
use tantivy::{Index, SegmentMeta};

/// Finds the first damage of `index`, in words for the operator. Reads every file in full.
pub(crate) fn damage(index: &Index) -> Result<(), String> {
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
                Err(error) => {
                    return Err(format!(
                        "file {} of the index cannot be read: {error}",
                        path.display()
                    ));
                }
            }
        }
    }
    Ok(())
}

fn files(segment: &SegmentMeta) -> Vec<std::path::PathBuf> {
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
