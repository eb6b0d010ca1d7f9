-- Imaging studies: what each shows and is good for, and what they come to.

studies_read AS :step (
  SELECT s.*,
    CASE WHEN s.date_first >= p.hfs_onset_last THEN TRUE WHEN s.date_last < p.hfs_onset_first THEN FALSE END AS after_onset,
    COALESCE(s.date_last < p.hfs_onset_first, FALSE) AS older_than_spasm,
    s.study_report = 'structured'
      AND s.study_reader_role IN ('neuroradiologist', 'general-radiologist', 'neurosurgeon', 'neurologist')
      AND s.study_signed = 'yes' AND s.study_acknowledged = 'yes' AS read_here,
    s.study_quality = 'diagnostic' AND s.study_posterior_fossa_quality = 'diagnostic' AS good,
    s.study_relevance_by IN ('neurologist', 'neurosurgeon') AS judged,
    s.study_reader_role = 'neuroradiologist' OR s.study_neuroradiology_read = 'yes' AS neuroradiology,
    s.study_modality = 'mri' OR s.study_modality IS NULL AS perhaps_mri
  FROM studies s JOIN person p USING (tenant_id, patient_id)
),

studies_judged AS :step (
  SELECT s.*,
    s.study_modality = 'mri' AND read_here AND after_onset AND good AND s.mri_lesion_excluded IN ('not-stated', 'yes') AS usable,
    (mri_tumour = 'absent' OR mri_tumour IN ('absent', 'present-unrelated') AND stands)
      AND (mri_ear_lesion = 'absent' OR mri_ear_lesion IN ('absent', 'present-unrelated') AND stands)
      AND (mri_parotid_mass = 'absent' OR mri_parotid_mass IN ('absent', 'present-unrelated') AND stands) AS masses_clear,
    (mri_vascular_malformation = 'absent' OR mri_vascular_malformation IN ('absent', 'present-unrelated') AND stands)
      AND (mri_aneurysm = 'absent' OR mri_aneurysm IN ('absent', 'present-unrelated') AND stands) AS malformations_clear,
    mri_demyelination = 'absent' OR mri_demyelination IN ('absent', 'present-unrelated') AND stands AS plaques_clear,
    (mri_raised_pressure = 'absent' OR mri_raised_pressure IN ('absent', 'present-unrelated') AND stands)
      AND (mri_infarct_or_bleed = 'absent' OR mri_infarct_or_bleed IN ('absent', 'present-unrelated') AND stands)
      AND (mri_chiari = 'absent' OR mri_chiari IN ('absent', 'present-unrelated') AND stands)
      AND (mri_bone_lesion = 'absent' OR mri_bone_lesion IN ('absent', 'present-unrelated') AND stands)
      AND (mri_nerve_enhancement = 'absent' OR mri_nerve_enhancement IN ('absent', 'present-unrelated') AND stands) AS others_clear,
    mri_tumour IN ('present', 'present-possible', 'present-causal')
      OR mri_ear_lesion IN ('present', 'present-possible', 'present-causal')
      OR mri_parotid_mass IN ('present', 'present-possible', 'present-causal')
      OR 'present-unrelated' IN (mri_tumour, mri_ear_lesion, mri_parotid_mass) AND NOT stands AS mass_found,
    mri_vascular_malformation IN ('present', 'present-possible', 'present-causal')
      OR mri_aneurysm IN ('present', 'present-possible', 'present-causal')
      OR 'present-unrelated' IN (mri_vascular_malformation, mri_aneurysm) AND NOT stands AS malformation_found,
    mri_demyelination IN ('present', 'present-possible', 'present-causal')
      OR mri_demyelination = 'present-unrelated' AND NOT stands AS plaque_found,
    mri_raised_pressure IN ('present', 'present-possible', 'present-causal')
      OR mri_infarct_or_bleed IN ('present', 'present-possible', 'present-causal')
      OR mri_chiari IN ('present', 'present-possible', 'present-causal')
      OR mri_bone_lesion IN ('present', 'present-possible', 'present-causal')
      OR mri_nerve_enhancement IN ('present', 'present-possible', 'present-causal')
      OR 'present-unrelated' IN (mri_raised_pressure, mri_infarct_or_bleed, mri_chiari, mri_bone_lesion, mri_nerve_enhancement)
        AND NOT stands AS other_found,
    'present' IN (mri_tumour, mri_ear_lesion, mri_parotid_mass, mri_vascular_malformation, mri_aneurysm, mri_demyelination,
      mri_raised_pressure, mri_infarct_or_bleed, mri_chiari, mri_bone_lesion, mri_nerve_enhancement) AS any_present,
    'present-unrelated' IN (mri_tumour, mri_ear_lesion, mri_parotid_mass, mri_vascular_malformation, mri_aneurysm,
      mri_demyelination, mri_raised_pressure, mri_infarct_or_bleed, mri_chiari, mri_bone_lesion, mri_nerve_enhancement)
      AS any_unrelated,
    'present-possible' IN (mri_tumour, mri_ear_lesion, mri_parotid_mass, mri_vascular_malformation, mri_aneurysm,
      mri_demyelination, mri_raised_pressure, mri_infarct_or_bleed, mri_chiari, mri_bone_lesion, mri_nerve_enhancement)
      OR 'present-causal' IN (mri_tumour, mri_ear_lesion, mri_parotid_mass, mri_vascular_malformation, mri_aneurysm,
      mri_demyelination, mri_raised_pressure, mri_infarct_or_bleed, mri_chiari, mri_bone_lesion, mri_nerve_enhancement)
      AS any_causal,
    (study_adequate_for_tumour
      OR study_sequences_t1_contrast AND study_coverage_angle AND study_coverage_temporal_bone AND study_coverage_parotid)
      AND NOT study_inadequate_for_tumour AS adequate_for_tumour,
    study_sequences_n_3d_t2 AND study_sequences_dwi AND study_coverage_angle AND NOT study_inadequate_for_tumour
      AS adequate_without_contrast,
    study_sequences_tof_mra OR study_sequences_contrast_mra OR study_sequences_cta OR study_sequences_dsa AS arteries_shown,
    (study_adequate_for_demyelination OR study_sequences_flair AND study_coverage_brain)
      AND NOT study_inadequate_for_demyelination AS adequate_for_demyelination,
    (study_adequate_for_other_lesion OR study_sequences_flair AND study_coverage_brain)
      AND NOT study_inadequate_for_other_lesion AS adequate_for_other,
    study_modality = 'mri' AND study_signed = 'yes' AND mri_lesion_excluded = 'no' AS concludes_not_excluded,
    study_modality = 'mri' AND study_signed = 'yes' AND mri_lesion_excluded = 'yes' AS concludes_excluded,
    study_report = 'structured' AND after_onset AS read_after_onset,
    study_modality IN ('ct', 'ct-angiography') AND study_reader_role = 'neuroradiologist' AND study_report = 'structured'
      AND study_signed = 'yes' AND study_acknowledged = 'yes' AND after_onset AND study_posterior_fossa_quality = 'diagnostic'
      AND mri_lesion_excluded IN ('not-stated', 'yes') AS ct_well_read,
    perhaps_mri AND (study_sequences_t1_contrast OR study_sequences_contrast_mra OR study_sequences_t1_contrast IS NULL)
      AS contrast_mri,
    study_modality IN ('ct', 'ct-angiography') AND (study_sequences_ct_contrast OR study_sequences_ct_contrast IS NULL)
      AS contrast_ct
  FROM (SELECT r.*, judged AND neuroradiology AS stands FROM studies_read r) s
),

-- Arteries may have been looked at on another study.
arteries AS (
  SELECT tenant_id, patient_id,
    CASE WHEN bool_or(seen) THEN TRUE WHEN bool_or(seen IS NULL) THEN NULL ELSE FALSE END AS arteries_elsewhere
  FROM (
    SELECT tenant_id, patient_id,
      study_modality IN ('ct-angiography', 'catheter-angiography') AND read_here AND after_onset
        AND study_quality = 'diagnostic' AND malformations_clear AS seen
    FROM studies_judged
  ) s
  GROUP BY tenant_id, patient_id
),

scanned AS (
  SELECT tenant_id, patient_id, TRUE AS scanned,
    bool_or(mass_found) AS mass_found,
    bool_or(malformation_found) AS malformation_found,
    bool_or(plaque_found) AS plaque_found,
    bool_or(other_found) AS other_found,
    bool_or(masses_clear AND usable AND adequate_for_tumour) AS masses_cleared,
    bool_or(masses_clear AND usable AND adequate_without_contrast) AS masses_cleared_unless_flagged,
    bool_or(malformations_clear AND usable AND adequate_for_malformation) AS malformations_cleared,
    bool_or(plaques_clear AND usable AND adequate_for_demyelination) AS plaques_cleared,
    bool_or(others_clear AND usable AND adequate_for_other) AS others_cleared,
    -- A contrast MRI that clears every lesion answers for red flags raised no later than it.
    max(date_first) FILTER (WHERE clears_all) AS clearing_from,
    max(COALESCE(date_last, DATE '9999-12-31')) FILTER (WHERE clears_all IS NOT FALSE) AS clearing_perhaps_to,
    max(date_first) FILTER (WHERE contrast_mri) AS contrast_mri_from,
    max(date_first) FILTER (WHERE contrast_mri OR contrast_ct) AS contrast_scan_from,
    max(COALESCE(date_last, DATE '9999-12-31')) FILTER (WHERE concludes_not_excluded IS NOT FALSE) AS not_excluded_to,
    CASE WHEN bool_and(date_last IS NOT NULL) FILTER (WHERE concludes_excluded IS NOT FALSE)
      THEN max(date_first) FILTER (WHERE concludes_excluded) END AS excluded_from,
    bool_or(any_causal AND judged) AS causal_sure,
    bool_or((any_causal AND judged) IS NOT FALSE) AS causal_maybe,
    bool_or(any_present
      OR (any_causal OR any_unrelated) AND study_relevance_by IN ('not-stated', 'other')
      OR any_unrelated AND judged AND NOT neuroradiology) AS unjudged,
    bool_or(perhaps_mri AND NOT older_than_spasm
      AND (study_quality IN ('limited', 'non-diagnostic') OR study_posterior_fossa_quality IN ('limited', 'non-diagnostic'))
        IS NOT TRUE
      AND (study_report IN ('none', 'not-structured')
        OR read_after_onset AND good AND study_acknowledged IS DISTINCT FROM 'yes')) AS waits,
    bool_or(study_modality IN ('ct', 'ct-angiography') AND NOT older_than_spasm
      AND (study_report IN ('none', 'not-structured')
        OR read_after_onset AND study_acknowledged IS DISTINCT FROM 'yes')) AS ct_waits,
    bool_or(study_modality = 'mri' AND study_report = 'structured' AND good AND after_onset IS NULL) AS maybe_before_onset,
    bool_or(study_modality = 'mri' AND read_after_onset AND good) AS good_mri_read,
    bool_or(read_after_onset) AS read_after_onset,
    bool_or(ct_well_read AND study_sequences_ct_contrast AND study_coverage_posterior_fossa AND study_coverage_temporal_bone
      AND mri_tumour = 'absent' AND mri_bone_lesion = 'absent') AS ct_without_mass,
    bool_or(ct_well_read AND study_sequences_cta AND mri_vascular_malformation = 'absent' AND mri_aneurysm = 'absent')
      AS cta_without_malformation,
    bool_or((mri_dolichoectasia = 'yes') IS NOT FALSE) AS dolichoectasia_maybe,
    bool_or(perhaps_mri) AS any_mri,
    CASE WHEN bool_and(date_last IS NOT NULL) FILTER (WHERE perhaps_mri)
      THEN max(date_first) FILTER (WHERE perhaps_mri) END AS last_mri_first
  FROM (
    SELECT *,
      usable AND study_sequences_t1_contrast AND masses_clear AND malformations_clear AND plaques_clear AND others_clear
        AND adequate_for_tumour AND adequate_for_malformation AND adequate_for_demyelination AND adequate_for_other AS clears_all
    FROM (
      SELECT s.*, a.arteries_elsewhere,
        (study_adequate_for_vascular_malformation OR arteries_shown OR arteries_elsewhere)
          AND NOT study_inadequate_for_vascular_malformation AS adequate_for_malformation
      FROM studies_judged s JOIN arteries a USING (tenant_id, patient_id)
    ) s
  ) s
  GROUP BY tenant_id, patient_id
),
