import { Button } from '@mantine/core'
import { Link, Outlet, useParams } from 'react-router'
import { ErrorPanel } from '../frame/error-panel.tsx'
import { Opening } from '../frame/opening.tsx'
import { Page } from '../frame/page.tsx'
import { words as frame } from '../frame/words.ts'
import { BornContext } from '../pieces/born.ts'
import { IdentityHeader } from './identity-header.tsx'
import { OpenPatientContext, usePatient } from './open-patient.ts'
import { MergedPage, RecordNotices } from './record-notices.tsx'
import { ScrollToHash } from './scroll-to-hash.tsx'
import { words } from './words.ts'

/** Everything below `/patients/:id`: the record is loaded once, and who it is stands above every screen. */
export function PatientFrame() {
  const { id = '' } = useParams()
  const patient = usePatient(id)
  if (patient.state === 'opening') return <Opening />
  if (patient.state === 'failed' && patient.problem.instead !== undefined)
    return <MergedPage instead={patient.problem.instead} />
  if (patient.state === 'failed')
    return (
      <Page
        title={words.cannotOpen}
        actions={
          <Button component={Link} to="/" variant="default">
            {frame.notYours.start}
          </Button>
        }
      >
        <ErrorPanel problem={patient.problem} onRetry={patient.retry} />
      </Page>
    )
  return (
    <OpenPatientContext value={patient.patient}>
      <BornContext value={patient.patient.born}>
        <IdentityHeader patient={patient.patient.view.patient} today={patient.patient.view.today} />
        <RecordNotices kept={patient.patient.view.kept} />
        {/* A screen of one person never keeps what it held of another. */}
        <Outlet key={id} />
        <ScrollToHash />
      </BornContext>
    </OpenPatientContext>
  )
}
