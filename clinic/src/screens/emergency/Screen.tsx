import { problemOf } from '../../api/problem-error.ts'
import { useEmergency } from '../../emergency/use-emergency.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { AskForm } from './ask-form.tsx'
import { OpenRecord } from './open-record.tsx'
import { words } from './words.ts'

/** For somebody of a clinical profession to whom records are shut: asks for one person's, then shows it and nothing else. */
export function Screen() {
  const emergency = useEmergency()
  if (emergency.isPending) return <Opening />
  if (emergency.isError)
    return (
      <Page title={words.title}>
        <ErrorPanel problem={problemOf(emergency.error)} onRetry={() => void emergency.refetch()} />
      </Page>
    )
  const { open } = emergency.data
  return open === null ? (
    <Page title={words.title} lead={words.lead}>
      <AskForm />
    </Page>
  ) : (
    <OpenRecord open={open} />
  )
}
