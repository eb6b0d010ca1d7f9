import { type Cites, citeId, type Pathway } from '@facialis/language'

/** One place where the pathway says something: its rule, where it stands, and what it cites. */
export type Trace = Readonly<{
  rule: string
  kind:
    | 'rule'
    | 'need'
    | 'limit'
    | 'exception'
    | 'flag'
    | 'candidate'
    | 'step'
    | 'alert'
    | 'check'
    | 'label'
    | 'conflict'
    | 'policy'
  where: string
  cites: readonly string[]
}>

const ids = (cites: Cites): readonly string[] => cites.map(citeId)

/** Everything that cites a passage, in the order of the pathway. A step or alert stands once for each rule it serves. */
export function tracesOf(pathway: Pathway): readonly Trace[] {
  return [
    ...pathway.decisions.flatMap((decision): Trace[] => {
      const { body } = decision
      const where = `decision ${decision.id}`
      if (body.kind === 'gate')
        return [
          ...body.needs.map((n): Trace => ({ rule: n.id, kind: 'need', where, cites: ids(n.because) })),
          ...body.limits.map((l): Trace => ({ rule: l.id, kind: 'limit', where, cites: ids(l.because) })),
          ...body.exceptions.map((e): Trace => ({ rule: e.code, kind: 'exception', where, cites: ids(e.because) })),
        ]
      const ranked = body.kind === 'ranked' ? body.rules : []
      return [...ranked, body.otherwise].map((r): Trace => ({ rule: r.id, kind: 'rule', where, cites: ids(r.because) }))
    }),
    ...pathway.collections.flatMap((c) =>
      c.items.map((i): Trace => ({ rule: i.id, kind: 'flag', where: `list ${c.id}`, cites: ids(i.because) })),
    ),
    ...pathway.rankings.flatMap((r) =>
      r.candidates.map((c): Trace => ({ rule: c.id, kind: 'candidate', where: `list ${r.id}`, cites: ids(c.because) })),
    ),
    ...pathway.steps.flatMap((s) =>
      s.rules.map((rule): Trace => ({ rule, kind: 'step', where: `step ${s.id}`, cites: ids(s.because) })),
    ),
    ...pathway.alerts.flatMap((a) =>
      a.rules.map((rule): Trace => ({ rule, kind: 'alert', where: `alert ${a.id}`, cites: ids(a.because) })),
    ),
    ...pathway.checks.map((c): Trace => ({ rule: c.id, kind: 'check', where: `check ${c.id}`, cites: ids(c.because) })),
    ...pathway.labels.map(
      (l): Trace => ({
        rule: `${l.product} ${l.jurisdiction}`,
        kind: 'label',
        where: `label ${l.jurisdiction} ${l.product}`,
        cites: ids(l.because),
      }),
    ),
    ...pathway.conflicts.map(
      (c): Trace => ({
        rule: c.id,
        kind: 'conflict',
        where: `conflict ${c.id}`,
        cites: [...c.seed.map((p) => p.id), ...ids(c.literature)],
      }),
    ),
    ...pathway.policy.map(
      (p): Trace => ({ rule: p.id, kind: 'policy', where: `number ${p.id}`, cites: ids(p.because) }),
    ),
  ]
}

/** A disagreement shown, a number set or a label as it was read is no rule: somebody has to act on the sentence. */
export const isRule = ({ kind }: Trace): boolean => !['conflict', 'policy', 'label'].includes(kind)

/** `BT-02/tumour` and `DX-01a` are parts of `BT-02` and `DX-01`. */
export const belongsTo = (rule: string, dossierRule: string): boolean =>
  rule === dossierRule || rule.startsWith(`${dossierRule}/`) || /^[a-z]$/.test(rule.replace(dossierRule, ''))
