import { Page } from '../../frame/page.tsx'
import { ClinicPanel } from './clinic-panel.tsx'
import { TeamPanel } from './team-panel.tsx'
import { words } from './words.ts'

/** For coordinators and administrators: what the front door says of the clinic. */
export const Screen = () => (
  <Page title={words.title} lead={words.lead}>
    <ClinicPanel />
    <TeamPanel />
  </Page>
)
