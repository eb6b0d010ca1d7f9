-- The decisions, each resting on those above it.

diagnosed AS :step (
  SELECT *,
    dx_class IN ('definite', 'probable') AND dx_phenotype <> 'mimic' AND signed AS signed_diagnosis,
    another_disorder OR ph_continuous_ripple = 'yes' OR ph_only_with_movement = 'yes' AS opposed,
    CASE WHEN mass_found THEN 'positive'
      WHEN masses_cleared OR masses_cleared_unless_flagged AND NOT open_red_flag THEN 'cleared' ELSE 'open' END AS reads_tumour,
    CASE WHEN malformation_found THEN 'positive' WHEN malformations_cleared THEN 'cleared' ELSE 'open' END
      AS reads_vascular_malformation,
    CASE WHEN plaque_found THEN 'positive' WHEN plaques_cleared THEN 'cleared' ELSE 'open' END AS reads_demyelination,
    CASE WHEN other_found THEN 'positive' WHEN others_cleared THEN 'cleared' ELSE 'open' END AS reads_other_lesion
  FROM people
),

ruled_out AS :step (
  SELECT *,
    CASE
      WHEN opposed THEN 'unlikely'
      WHEN dx_class = 'definite' AND signed THEN 'definite'
      WHEN dx_class = 'probable' AND signed THEN 'probable'
      WHEN dx_class = 'possible' AND signed THEN 'possible'
      WHEN dx_class = 'unlikely' AND signed THEN 'unlikely'
      WHEN facial_nerve_spasm AND sign_observed AND NOT opposed THEN 'definite'
      WHEN (COALESCE(facial_nerve_spasm AND begun_at_the_eye OR ph_lid_only = 'yes', FALSE)
        AND ph_lid_only = 'yes' AND ph_downward_spread <> 'yes') IS NOT FALSE THEN 'possible'
      WHEN facial_nerve_spasm AND begun_at_the_eye THEN 'probable'
      WHEN dx_class IN ('definite', 'probable') THEN 'probable'
      ELSE 'possible'
    END AS certainty,
    CASE
      WHEN opposed THEN 'mimic'
      WHEN dx_phenotype = 'mimic' OR dx_class = 'unlikely' AND signed THEN 'mimic'
      WHEN dx_phenotype = 'post-paralytic' OR ph_prior_palsy = 'yes' AND ph_only_with_movement <> 'yes' THEN 'post-paralytic'
      WHEN ph_prior_palsy = 'yes' AND ph_only_with_movement IS NULL THEN 'undetermined'
      WHEN ph_bilateral_async = 'yes' OR dx_phenotype = 'bilateral' THEN 'bilateral'
      WHEN lower_face_onset OR dx_phenotype = 'atypical' THEN 'atypical'
      WHEN typical_description OR dx_phenotype = 'typical' THEN 'typical'
      ELSE 'undetermined'
    END AS phenotype,
    lid_only AND signed_diagnosis IS NOT TRUE AS lid_only_watch,
    CASE
      WHEN known_tumour IN ('present', 'present-possible', 'present-causal') OR reads_tumour = 'positive' THEN 'positive'
      WHEN known_tumour IS NULL OR open_red_flag IS NOT FALSE OR not_excluded_maybe THEN 'open'
      ELSE reads_tumour
    END AS rule_out_tumour,
    CASE
      WHEN known_vascular_malformation IN ('present', 'present-possible', 'present-causal') OR reads_vascular_malformation = 'positive' THEN 'positive'
      WHEN known_vascular_malformation IS NULL OR open_red_flag IS NOT FALSE OR not_excluded_maybe THEN 'open'
      ELSE reads_vascular_malformation
    END AS rule_out_vascular_malformation,
    CASE
      WHEN known_demyelination IN ('present', 'present-possible', 'present-causal') OR reads_demyelination = 'positive' THEN 'positive'
      WHEN known_demyelination IS NULL OR open_red_flag IS NOT FALSE OR not_excluded_maybe THEN 'open'
      ELSE reads_demyelination
    END AS rule_out_demyelination,
    CASE
      WHEN known_other_lesion IN ('present', 'present-possible', 'present-causal') OR reads_other_lesion = 'positive' THEN 'positive'
      WHEN known_other_lesion IS NULL OR open_red_flag IS NOT FALSE OR not_excluded_maybe THEN 'open'
      ELSE reads_other_lesion
    END AS rule_out_other_lesion
  FROM diagnosed
),

concluded AS :step (
  SELECT *,
    rule_out_tumour = 'cleared' AND rule_out_vascular_malformation = 'cleared' AND rule_out_demyelination = 'cleared'
      AND rule_out_other_lesion = 'cleared' AS all_cleared,
    'positive' IN (rule_out_tumour, rule_out_vascular_malformation, rule_out_demyelination, rule_out_other_lesion)
      AS any_positive,
    reads_tumour <> 'open' AND reads_vascular_malformation <> 'open' AND reads_demyelination <> 'open'
      AND reads_other_lesion <> 'open'
      AND ('positive' IN (rule_out_tumour, rule_out_vascular_malformation, rule_out_demyelination, rule_out_other_lesion)
        OR NOT not_excluded_maybe) AS all_answered,
    COALESCE(certainty IN ('probable', 'definite')
      OR phenotype IN ('typical', 'atypical', 'post-paralytic', 'bilateral')
      OR dx_class IN ('definite', 'probable', 'possible')
      OR certainty = 'possible' AND partly_described AND phenotype <> 'mimic'
      OR open_red_flag, FALSE) AS suspected,
    -- What both toxin and an operation rest on, besides the lesions
    COALESCE(signed_diagnosis AND NOT opposed AND one_sided AND examined AND NOT open_red_flag AND NOT emergency_maybe, FALSE)
      AS grounded
  FROM ruled_out
),

treated AS :step (
  SELECT *,
    CASE
      WHEN mri_impossible = 'yes' AND (flag_to_scan_by_ct
        OR suspected AND (opposed OR lid_only_watch) IS NOT TRUE AND NOT all_answered
          AND NOT (ct_instead OR COALESCE(ct_waits, FALSE))) THEN 'order'
      WHEN mri_impossible = 'yes' AND (flag_to_scan OR NOT all_answered) THEN 'not-needed-yet'
      WHEN flag_to_scan THEN 'order'
      WHEN all_answered THEN 'adequate'
      WHEN waits OR maybe_before_onset OR good_mri_read AND open_red_flag IS NULL THEN 'not-needed-yet'
      WHEN read_after_onset AND NOT mri_awaited_maybe THEN 'inadequate-repeat'
      WHEN lid_only_watch OR opposed AND NOT open_red_flag THEN 'not-needed-yet'
      WHEN suspected THEN 'order'
      ELSE 'not-needed-yet'
    END AS imaging,
    CASE
      WHEN post_paralytic AND signed_diagnosis THEN 'secondary'
      WHEN (post_paralytic AND signed_diagnosis) IS NULL THEN CASE WHEN causal THEN 'secondary' ELSE 'undetermined' END
      WHEN causal THEN 'secondary'
      WHEN causal IS NULL THEN 'undetermined'
      WHEN any_positive THEN 'under-review'
      WHEN signed_diagnosis AND open_red_flag THEN 'under-review'
      WHEN (signed_diagnosis AND open_red_flag) IS NULL THEN 'undetermined'
      WHEN signed_diagnosis AND all_cleared AND dx_phenotype <> 'post-paralytic' AND ph_prior_palsy = 'no'
        AND NOT opposed AND one_sided THEN 'vascular-presumed'
      ELSE 'undetermined'
    END AS cause,
    CASE
      WHEN (grounded AND all_cleared AND episode_closed <> 'deceased' AND NOT child) IS NOT TRUE THEN 'blocked'
      WHEN facial_toxin_too_recent OR chair_blocks THEN 'blocked'
      WHEN other_toxin_too_recent OR operated_too_recently OR chair_cautions THEN 'caution'
      ELSE 'permitted'
    END AS botulinum,
    CASE
      WHEN NOT hfs_maybe THEN 'not-applicable'
      WHEN two_poor_sessions AND ever_good THEN 'secondary-non-response'
      WHEN two_poor_sessions AND ever_better_than_poor IS NOT TRUE AND hfs_sessions >= 2 THEN 'none'
      WHEN toxin_too_early THEN 'too-early'
      WHEN last_hfs_day IS NULL THEN 'not-reported'
      WHEN (last_hfs_day <= last_reported) IS NOT TRUE THEN 'not-reported'
      WHEN (last_hfs_day <= last_not_good) IS NOT TRUE THEN 'good'
      WHEN (last_hfs_day <= last_not_below_good) IS NOT TRUE THEN 'partial'
      ELSE 'not-reported'
    END AS response_toxin,
    CASE
      WHEN NOT operated THEN 'not-applicable'
      WHEN NOT reported_maybe THEN 'not-reported'
      WHEN recurred THEN 'recurrence'
      WHEN free THEN 'spasm-free'
      WHEN persists THEN 'persistent'
      WHEN free_long_before THEN 'not-reported'
      WHEN still_spasm AND a_year_after_surgery THEN 'not-reported'
      WHEN hardly_better AND NOT ever_free_maybe THEN 'too-early'
      WHEN still_spasm THEN 'improving'
      ELSE 'not-reported'
    END AS response_surgery,
    CASE
      WHEN (episode_closed <> 'deceased') IS NOT TRUE THEN 'not-candidate'
      WHEN operated_on_its_side_maybe AND NOT (recurred OR persists) THEN 'not-candidate'
      WHEN rule_out_demyelination = 'positive' OR post_paralytic IS NOT FALSE THEN 'not-candidate'
      WHEN 'positive' IN (rule_out_tumour, rule_out_vascular_malformation, rule_out_other_lesion) THEN 'treat-cause-first'
      WHEN grounded AND ph_prior_palsy = 'no' AND NOT child AND surgery_bar IN ('none-recorded', 'no') THEN CASE
        WHEN all_cleared AND reason_for_surgery AND wish_surgery = 'yes' AND no_named_risk THEN 'candidate'
        WHEN all_cleared THEN 'consider'
        WHEN mri_impossible = 'yes' AND ct_instead AND NOT any_positive
          AND known_tumour IN ('not-listed', 'no', 'present-unrelated')
          AND known_vascular_malformation IN ('not-listed', 'no', 'present-unrelated')
          AND known_demyelination IN ('not-listed', 'no', 'present-unrelated')
          AND known_other_lesion IN ('not-listed', 'no', 'present-unrelated') THEN 'consider'
        ELSE 'not-candidate' END
      ELSE 'not-candidate'
    END AS decompression
  FROM concluded
)

SELECT tenant_id, patient_id,
  certainty, phenotype,
  reads_tumour, reads_vascular_malformation, reads_demyelination, reads_other_lesion,
  rule_out_tumour, rule_out_vascular_malformation, rule_out_demyelination, rule_out_other_lesion,
  imaging, cause, botulinum,
  CASE WHEN answered_at_the_chair THEN botulinum ELSE 'blocked' END AS botulinum_session,
  response_toxin, response_surgery, decompression,
  CASE
    WHEN episode_closed IN ('discharged', 'transferred', 'deceased', 'withdrawn') THEN 'closed'
    WHEN episode_closed = 'other-pathway' OR emergency_flag OR emergency_sure
      OR phenotype = 'mimic' AND (opposed OR dx_class = 'unlikely') THEN 'other-pathway'
    WHEN in_first_year_after_surgery THEN 'after-surgery'
    WHEN unjudged
      OR 'cleared' IN (reads_tumour, reads_vascular_malformation, reads_demyelination, reads_other_lesion) AND open_red_flag
      THEN 'ruling-out'
    WHEN (decompression = 'candidate' OR theatre_ahead OR pre_op) AND (NOT operated OR theatre_ahead) THEN 'surgical-work-up'
    WHEN hfs_sure AND (NOT operated OR injected_since) THEN 'toxin-series'
    WHEN operated AND a_year_after_surgery THEN 'follow-up'
    WHEN signed_diagnosis AND all_cleared THEN 'choosing-treatment'
    WHEN ordered OR scanned THEN 'ruling-out'
    WHEN begun THEN 'evaluating'
    ELSE 'referred'
  END AS stage
FROM treated
