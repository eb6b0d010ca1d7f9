-- The person, with what was done and found.

people AS :step (
  SELECT p.tenant_id, p.patient_id,
    -- Conclusion and examination
    dx_class, dx_phenotype,
    dx_signed_by IN ('neurologist', 'neurosurgeon', 'ophthalmologist')
      OR dx_agreed = 'yes' AND CASE WHEN dx_agreed_recorded_first >= dx_class_recorded_last THEN TRUE
        WHEN dx_agreed_recorded_last < dx_class_recorded_first THEN FALSE END AS signed,
    ph_bilateral_sync = 'yes' OR ph_premonitory_urge = 'yes' OR ph_awareness_lost = 'yes' OR ph_nonstop = 'yes'
      OR ph_marching = 'yes' OR ph_jaw_or_tongue = 'yes' OR ph_limb_involved = 'yes' OR ph_cn7_only = 'no' AS another_disorder,
    ph_continuous_ripple, ph_only_with_movement, ph_prior_palsy, ph_lid_only, ph_downward_spread, ph_bilateral_async,
    ph_unilateral = 'yes' OR ph_bilateral_async = 'yes' AS one_sided,
    (ph_unilateral = 'yes' OR ph_bilateral_async = 'yes') AND ph_cn7_only = 'yes' AS facial_nerve_spasm,
    exam_observed IN ('seen', 'video') AND (ph_other_babinski = 'yes' OR ph_synchronous = 'yes') AS sign_observed,
    ph_onset_orbicularis_oculi = 'yes' OR ph_downward_spread = 'yes' AS begun_at_the_eye,
    ph_unilateral = 'yes' OR ph_bilateral_async = 'yes' OR ph_onset_orbicularis_oculi = 'yes' OR ph_downward_spread = 'yes'
      OR ph_synchronous = 'yes' OR ph_other_babinski = 'yes' AS partly_described,
    ph_unilateral = 'yes' AND ph_cn7_only = 'yes' AND rf_lower_face_onset IN ('yes', 'yes-resolved') AS lower_face_onset,
    ph_unilateral = 'yes' AND ph_cn7_only = 'yes' AND ph_onset_orbicularis_oculi = 'yes'
      AND (ph_downward_spread = 'yes' OR ph_lid_only = 'no') AS typical_description,
    ph_lid_only = 'yes'
      AND (ph_downward_spread = 'yes' OR ph_weakness = 'yes' OR ph_bilateral_sync = 'yes' OR ph_bilateral_async = 'yes'
        OR open_red_flag) IS NOT TRUE AS lid_only,
    dx_phenotype = 'post-paralytic' OR ph_prior_palsy = 'yes' AS post_paralytic,
    exam_cranial_nerves IN ('no', 'yes-explained') AND exam_limbs_and_gait IN ('no', 'yes-explained')
      AND exam_ear_and_parotid IN ('no', 'yes-explained') AS examined,
    CASE WHEN p.as_of - INTERVAL '18 years' < person_birth_date_first THEN TRUE
      WHEN p.as_of - INTERVAL '18 years' >= person_birth_date_last THEN FALSE END AS child,
    p.as_of - INTERVAL '71 years' < person_birth_date_first AND only_hearing_ear = 'no' AND asa IN ('I', 'II')
      AND dolichoectasia_maybe IS NOT TRUE AS no_named_risk,
    episode_closed, surgery_bar, wish_surgery, mri_impossible,
    theatre_date_first >= p.as_of AND (operated_from >= theatre_date_last) IS NOT TRUE AS theatre_ahead,
    referral_triaged_first IS NOT NULL OR ph_unilateral IS NOT NULL OR dx_class IS NOT NULL OR visited AS begun,
    -- What is found at the chair
    chair_infection = 'yes' OR chair_allergy = 'product' OR chair_neuromuscular = 'yes' OR chair_swallowing_breathing = 'new'
      OR chair_pregnancy = 'pregnant-or-trying' OR chair_anticoagulant = 'warfarin-out-of-range'
      OR chair_toxin_elsewhere = 'yes' OR chair_new_flag = 'yes' AS chair_blocks,
    chair_allergy = 'milk-protein' OR chair_swallowing_breathing = 'existing'
      OR chair_anticoagulant IN ('doac', 'warfarin-in-range') OR chair_potentiator = 'yes' OR chair_weakener = 'yes'
      OR chair_eye = 'yes' AS chair_cautions,
    chair_infection IS NOT NULL AND chair_allergy IS NOT NULL AND chair_neuromuscular IS NOT NULL
      AND chair_swallowing_breathing IS NOT NULL AND chair_pregnancy IS NOT NULL AND chair_anticoagulant IS NOT NULL
      AND chair_antiplatelet IS NOT NULL AND chair_potentiator IS NOT NULL AND chair_weakener IS NOT NULL
      AND chair_eye IS NOT NULL AND chair_toxin_elsewhere IS NOT NULL AND chair_new_flag IS NOT NULL AS answered_at_the_chair,
    -- Lesions
    open_red_flag, emergency_flag, COALESCE(emergency_sure, FALSE) AS emergency_sure,
    COALESCE(emergency_maybe, FALSE) AS emergency_maybe,
    COALESCE(scan_wanted_from > COALESCE(contrast_mri_from, DATE '0001-01-01'), FALSE) AS flag_to_scan,
    COALESCE(scan_wanted_from > COALESCE(contrast_scan_from, DATE '0001-01-01'), FALSE) AS flag_to_scan_by_ct,
    known_tumour, known_vascular_malformation, known_demyelination, known_other_lesion,
    mass_found, malformation_found, plaque_found, other_found,
    COALESCE(masses_cleared, FALSE) AS masses_cleared,
    COALESCE(masses_cleared_unless_flagged, FALSE) AS masses_cleared_unless_flagged,
    COALESCE(malformations_cleared, FALSE) AS malformations_cleared, COALESCE(plaques_cleared, FALSE) AS plaques_cleared,
    COALESCE(others_cleared, FALSE) AS others_cleared,
    not_excluded_to IS NOT NULL AND (excluded_from > not_excluded_to) IS NOT TRUE AS not_excluded_maybe,
    known_tumour IN ('present-possible', 'present-causal') OR known_vascular_malformation IN ('present-possible', 'present-causal')
      OR known_demyelination IN ('present-possible', 'present-causal') OR known_other_lesion IN ('present-possible', 'present-causal')
      OR CASE WHEN causal_sure THEN TRUE WHEN causal_maybe THEN NULL ELSE FALSE END AS causal,
    COALESCE('present' IN (known_tumour, known_vascular_malformation, known_demyelination, known_other_lesion), FALSE)
      OR COALESCE(unjudged, FALSE) AS unjudged,
    waits, ct_waits, maybe_before_onset, good_mri_read, read_after_onset,
    COALESCE(ct_without_mass AND cta_without_malformation, FALSE) AS ct_instead,
    scanned, ordered, mri_asked_last IS NOT NULL AND (any_mri AND mri_asked_last <= last_mri_first) IS NOT TRUE AS mri_awaited_maybe,
    -- Operations and what became of the spasm
    CASE WHEN operated_sure THEN TRUE WHEN o.patient_id IS NULL THEN FALSE END AS operated,
    p.as_of - operated_first < 365 AS in_first_year_after_surgery,
    p.as_of - operated_last >= 365 AS a_year_after_surgery,
    hfs_first > operated_last AS injected_since,
    COALESCE(CASE hfs_side WHEN 'left' THEN operated_left_maybe WHEN 'right' THEN operated_right_maybe
      ELSE hfs_side IS NULL AND (operated_left_maybe OR operated_right_maybe) END, FALSE) AS operated_on_its_side_maybe,
    r.patient_id IS NOT NULL AS reported_maybe,
    last_report IS NOT NULL AND (last_report <= last_not_spasm) IS NOT TRUE AS still_spasm,
    last_report IS NOT NULL AND (last_report <= last_not_free) IS NOT TRUE AS free,
    last_report IS NOT NULL AND (last_report <= last_not_hardly_better) IS NOT TRUE AS hardly_better,
    COALESCE(ever_free_maybe, FALSE) AS ever_free_maybe,
    COALESCE(last_report IS NOT NULL AND (last_report <= last_not_spasm) IS NOT TRUE
      AND free_days >= 90 AND p.as_of - operated_last >= 90, FALSE) AS free_long_before,
    COALESCE(last_report IS NOT NULL AND (last_report <= last_not_spasm) IS NOT TRUE
      AND surely_free_days >= 90 AND p.as_of - operated_last >= 90 AND NOT undated_perhaps_spasm, FALSE) AS recurred,
    COALESCE(last_report IS NOT NULL AND (last_report <= last_not_late_spasm) IS NOT TRUE
      AND p.as_of - operated_last >= 365, FALSE) AS persists,
    -- Injections and their effect
    COALESCE(facial_maybe AND (p.as_of - facial_last >= 84) IS NOT TRUE, FALSE) AS facial_toxin_too_recent,
    COALESCE(other_maybe AND (p.as_of - other_last >= 84) IS NOT TRUE, FALSE) AS other_toxin_too_recent,
    o.patient_id IS NOT NULL AND (p.as_of - operated_last >= 365) IS NOT TRUE AS operated_too_recently,
    COALESCE(hfs_sure, FALSE) AS hfs_sure, COALESCE(hfs_maybe, FALSE) AS hfs_maybe, hfs_sessions,
    p.as_of - hfs_first < 14 AS toxin_too_early,
    last_hfs_day, last_reported, last_not_good, last_not_below_good, ever_good, ever_better_than_poor,
    COALESCE(poor_in_a_row >= 2 AND p.as_of - hfs_last >= 14, FALSE) AS two_poor_sessions,
    last_grade IS NOT NULL AND (last_grade <= last_not_severe) IS NOT TRUE
      OR COALESCE(disability = 'yes', FALSE)
      OR last_hfs7 IS NOT NULL AND (last_hfs7 <= last_not_severe_hfs7) IS NOT TRUE
      OR last_disability IS NOT NULL AND (last_disability <= last_not_severe_disability) IS NOT TRUE
      OR COALESCE(poor_in_a_row >= 2 AND p.as_of - hfs_last >= 14, FALSE)
      OR COALESCE(wish_toxin = 'no', FALSE) AS reason_for_surgery,
    COALESCE(pre_op, FALSE) AS pre_op
  FROM person p
  JOIN red_flags USING (tenant_id, patient_id)
  LEFT JOIN complained USING (tenant_id, patient_id)
  LEFT JOIN scanned USING (tenant_id, patient_id)
  LEFT JOIN operated o USING (tenant_id, patient_id)
  LEFT JOIN reported r USING (tenant_id, patient_id)
  LEFT JOIN last_free_time USING (tenant_id, patient_id)
  LEFT JOIN injected USING (tenant_id, patient_id)
  LEFT JOIN scored USING (tenant_id, patient_id)
  LEFT JOIN visited USING (tenant_id, patient_id)
  LEFT JOIN ordered USING (tenant_id, patient_id)
),
