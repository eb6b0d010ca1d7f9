/** A rule of the background dossier, in one line of our own. */
export type RuleLine = Readonly<{
  id: string
  says: string
  /** Where it lives when it is not, or not only, data of the pathway: a path from the root, and what is done there. */
  elsewhere?: readonly Readonly<{ path: string; what: string }>[]
  /** Tests that show it where no chart can: a number being typed, a page being read. */
  tested?: readonly string[]
}>

const rule = (id: string, says: string, ...elsewhere: NonNullable<RuleLine['elsewhere']>): RuleLine =>
  elsewhere.length > 0 ? { id, says, elsewhere } : { id, says }

const shownBy = (line: RuleLine, ...tested: readonly string[]): RuleLine => ({ ...line, tested })

/**
 * Every computable rule of the dossier. Most live in decisions, gates, steps and alerts and are found there by id;
 * rules about typing a dose, about numbers on a screen and about the software itself live elsewhere and say so here.
 */
export const dossierRules: readonly RuleLine[] = [
  rule('RF-01', 'Whoever is referred for facial movement enters the pathway.'),
  rule('RF-02', 'A red flag shortens the wait.'),
  rule('RF-03', 'An emergency leaves the pathway at once.'),
  rule('DX-01', 'The diagnosis is made from the symptoms.'),
  rule('DX-02', 'A spasm seen or filmed outranks a description.'),
  rule('DX-03', 'The brow rising as the eye closes (other Babinski sign) speaks for hemifacial spasm.'),
  rule(
    'DX-04',
    'Both sides synchronous, a premonitory urge, jaw or limb involved or impaired awareness speak against it.',
  ),
  rule('DX-05', 'Treatment waits for an accurate, signed diagnosis.'),
  rule('DX-06', 'At least three alternatives are always listed.', {
    path: 'knowledge/decisions/differential.ts',
    what: 'ranks every candidate with what speaks for and against it',
  }),
  rule('DX-07', 'A palsy on that side makes it post-paralytic.'),
  rule('DX-08', 'Both sides asynchronous need an expert.'),
  rule('DX-09', 'Continuous rippling is myokymia until shown otherwise.'),
  rule('DX-10', 'A twitch of one lid alone is watched.'),
  rule('RO-01', 'A tumour is looked for.'),
  rule('RO-02', 'A vascular malformation is looked for.'),
  rule('RO-03', 'Multiple sclerosis is looked for.'),
  rule('RO-04', 'Any red flag makes contrast mandatory.'),
  rule('RO-05', 'A lesion found leaves the vascular pathway until it is judged.'),
  rule('RO-06', 'Ear discharge or a parotid lump also goes to ear, nose and throat.'),
  rule('IM-01', 'Everybody in whom it is possible gets an MRI.'),
  rule('IM-02', 'The request names the sequences, with their vendor names.'),
  rule('IM-03', 'A vessel not seen removes nothing.'),
  rule('IM-04', 'A vessel seen proves nothing.'),
  rule('IM-05', 'CT is not the first test.'),
  rule('IM-06', 'Catheter angiography is rare and has a stated reason.'),
  rule('IM-07', 'A missing eGFR alone does not hold back contrast.'),
  rule('IM-08', 'A limited or wrong scan opens nothing.'),
  rule('ET-01', 'With the rest excluded a vessel is presumed.'),
  rule('ET-02', 'The presumption stands although no vessel is seen.'),
  rule('ET-03', 'A new red flag re-opens it.'),
  rule('BT-01', 'Injections usually come first, with the other ways shown.'),
  rule('BT-02', 'No toxin before imaging and other testing have excluded a lesion.', {
    path: 'server/gate/gate.ts',
    what: 'refuses the order and the injection at the door of the record',
  }),
  rule('BT-03', 'Contraindications are asked before every session.'),
  rule('BT-04', 'Doses never cross products.'),
  rule('BT-05', 'Not sooner than twelve weeks.'),
  rule('BT-06', 'Wear-off is expected at twelve to sixteen weeks; six months is a local setting.'),
  shownBy(
    rule('BT-07', 'A dose above a cap of the label or the site is flagged.', {
      path: 'server/acts/session-checks.ts',
      what: 'asks the checks at the door of the record, as the screen does while numbers are typed',
    }),
    'spec/checks/session.test.ts',
    'server/test/acts/sessions.test.ts',
  ),
  rule('BT-08', 'A side effect last time changes the map.'),
  rule('BT-09', 'Two poor sessions start the review, the diagnosis first.'),
  rule('BT-10', 'The treated face is checked once a year.'),
  rule('BT-11', 'Breathing, swallowing or speech trouble after toxin is an emergency.'),
  rule('BT-12', 'A plan for the lower face carries a warning.'),
  rule('BT-13', 'Consent says that weakness is how it works and that it wears off.'),
  rule('BT-14', 'A red, painful eye or one that will not close is seen by an ophthalmologist the same day.'),
  rule('OM-01', 'Tablets only when neither injections nor an operation are possible or wished.'),
  rule('SX-01', 'Severe, unhelped or unwanted toxin: the operation is offered.'),
  rule('SX-02', 'Results of the operation are shown with their range and the team’s own.', {
    path: 'knowledge/surgery-figures/index.ts',
    what: 'holds the published numbers with their ranges and sources, as the decision aid shows them',
  }),
  rule('SX-03', 'The checklist is complete before theatre.'),
  rule('SX-04', 'An audiogram within half a year.'),
  rule('SX-05', 'An MRI within a year, read for the posterior fossa.'),
  rule('SX-06', 'A written plan for anticoagulants and antiplatelets.'),
  rule('SX-07', 'Monitoring values count only when typed by the team; text, never an alarm.'),
  rule('SX-08', 'Nothing is called persistent before a year.'),
  rule('SX-09', 'Weakness on days 2 to 44 is seen promptly, stroke first.'),
  rule('SX-10', 'Fluid, fever or a stiff neck after the operation is an emergency.'),
  rule('SX-11', 'A change of hearing after the operation: urgent audiogram.'),
  rule('SX-12', 'E, C and T are recorded at a year.'),
  rule('SX-13', 'The operation is presented with its named risks.'),
  rule('SX-14', 'Spasm back after a free time is recurrence; another diagnosis is looked for first.'),
  rule('SX-15', 'Free for two years: discharge with open access.'),
  rule('FU-01', 'What is due becomes a task, in a stated order.', {
    path: 'engine/explain/steps.ts',
    what: 'orders steps by urgency, then by how late they are',
  }),
  rule('FU-02', 'A change below what matters is labelled so.'),
  rule('FU-03', 'Thoughts of self-harm are answered by a person the same day.'),
  rule('FU-04', 'A new red flag re-opens the work-up.'),
  shownBy(
    rule(
      'GV-01',
      'Every rule shows its reason, facts, date and source.',
      { path: 'engine/explain/because.ts', what: 'gives every decision its rules, deciding facts and passages' },
      { path: 'clinic/src/pieces/passage-panel.tsx', what: 'opens the passage behind a sentence' },
    ),
    'clinic/src/screens/guidance/guidance.test.ts',
    'spec/walk/walk.browser.test.ts',
  ),
  rule('GV-02', 'The age of the seed page is shown.'),
]
