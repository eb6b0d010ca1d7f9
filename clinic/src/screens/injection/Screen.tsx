import { useMemo, useState } from 'react'
import { Page } from '../../frame/page.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Notice } from '../../pieces/notice.tsx'
import { isAnsweredAtChair } from './chair.ts'
import { ChairLine } from './chair-line.tsx'
import { CheckMessages } from './check-messages.tsx'
import { againstField, checkedOf, checksOf } from './checks.ts'
import { ConsentLine } from './consent-line.tsx'
import { gatesOf } from './gate.ts'
import { GateStrip } from './gate-strip.tsx'
import classes from './injection.module.css'
import { LastLine } from './last-line.tsx'
import { MapPanel } from './map-panel.tsx'
import { nursesOrder } from './order.ts'
import { OrderLine } from './order-line.tsx'
import { PastPanel } from './past-panel.tsx'
import { lastForSpasm, pastSession } from './past-sessions.ts'
import { PillLines } from './pill-line.tsx'
import { emptyPlan, readPlan, sideOf } from './plan.ts'
import { ReviewPanel } from './review-panel.tsx'
import { signingAct } from './sign.ts'
import { SignBar } from './sign-bar.tsx'
import { SignedPanel } from './signed-panel.tsx'
import { TimeOut } from './time-out.tsx'
import { TotalsLine } from './totals-line.tsx'
import { VialPanel } from './vial-panel.tsx'
import { words } from './words.ts'

/** One screen, from the gate to the signature, in the order of the ten minutes at the chair. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { patient, today, policy } = view
  const sessions = useMemo(() => recorded.entries('session').map(pastSession), [recorded])
  const signed = sessions.find((one) => one.date === today && one.here) ?? null
  const last = lastForSpasm(sessions)
  const draft = useDraft(`patient.${patient.id}.injection`, emptyPlan(last?.product ?? null), readPlan)
  const plan = draft.content
  const acting = useAct(patient.id)
  const [signedHere, setSignedHere] = useState(false)

  const chairAnswered = isAnsweredAtChair(recorded, today)
  const gates = gatesOf(view.advice, chairAnswered)
  const consent = recorded.fact('consent.toxin')?.value
  const given = typeof consent === 'string' ? consent : null
  // Who may sign an order for nurses injects without one.
  const mayOrder = useMayRecord('toxin-order')
  const mayRaise = useMayRecord('exception')
  const mayInject = useMayRecord('toxin-session')
  const order = nursesOrder(view)
  const underOrder = mayOrder || order.holding !== null
  const asking = { chart: view.chart, today, policy }
  const checked = checkedOf(plan, asking)
  const checks = checksOf(plan, {
    ...asking,
    gate: [...(underOrder ? [] : [words.stop.noOrder]), ...(gates?.holds ?? [])],
  })
  const noTable = checks.find(({ code }) => code === 'no-table')

  const sign = async (confirmed: boolean) => {
    const outcome = await acting.act(signingAct(plan, { today, confirmed: confirmed || plan.productChanged }))
    setSignedHere(outcome.ok)
    if (outcome.ok) await draft.discard()
  }

  // Who injects under it sees it first; who signs it for others has it below their own work.
  const orderLine = (
    <OrderLine
      order={order}
      mayOrder={mayOrder}
      shut={gates?.standing.answer === 'blocked' && gates.exceptions.length === 0}
    />
  )

  return (
    <Page title={words.title} lead={words.lead}>
      {signed !== null ? (
        <SignedPanel session={signed} policy={policy} isNew={signedHere} />
      ) : (
        <>
          <PillLines>
            {gates !== null && (
              <GateStrip gates={gates} chairAnswered={chairAnswered} today={today} mayRaise={mayRaise} />
            )}
            <ChairLine
              answered={chairAnswered}
              answers={plan.chair}
              onAnswer={(fact, value) =>
                draft.change((now) => {
                  const { [fact]: _, ...others } = now.chair
                  return { ...now, chair: value === undefined ? others : { ...others, [fact]: value } }
                })
              }
              onSaved={() => draft.change((now) => ({ ...now, chair: {} }))}
            />
            <ConsentLine consent={given} asked={checks.some(({ code }) => code === 'consent')} />
            {!mayOrder && orderLine}
          </PillLines>
          {mayInject ? (
            <>
              <div className={classes.work}>
                <div className={classes.inTheHand}>
                  <VialPanel
                    plan={plan}
                    last={last}
                    today={today}
                    policy={policy}
                    onChange={draft.change}
                    problemAt={(field) => acting.problemAtField(0, field)}
                    againstExpiry={againstField(checked, 'session.expiry')}
                    noTable={noTable}
                  />
                  <LastLine last={last} />
                </div>
                <MapPanel plan={plan} last={last} affected={patient.side} onChange={draft.change} />
              </div>
              <TotalsLine plan={plan} advice={view.advice} checked={checked} />
              <CheckMessages checks={checks.filter((check) => check !== noTable)} today={today} />
              <TimeOut patient={patient} side={sideOf(plan) ?? patient.side} product={plan.product} lot={plan.lot} />
              <SignBar
                plan={plan}
                checks={checks}
                saving={acting.saving}
                problem={acting.problem}
                draft={draft.state}
                onReason={(reason) => draft.change((now) => ({ ...now, reason }))}
                onSign={(confirmed) => void sign(confirmed)}
              />
            </>
          ) : (
            <>
              <Notice tone="notice" title={words.stop.role} />
              <LastLine last={last} />
            </>
          )}
        </>
      )}
      {mayOrder && <PillLines>{orderLine}</PillLines>}
      <PastPanel sessions={sessions} />
      <ReviewPanel />
    </Page>
  )
}
