import { Button, Container, Group, Loader, Text } from '@mantine/core'
import { Appearance } from '../frame/appearance.tsx'
import { Name } from '../frame/brand.tsx'
import { Page } from '../frame/page.tsx'
import { SchemeSwitch } from '../frame/scheme-switch.tsx'
import { contentId, SkipLink } from '../frame/skip-link.tsx'
import { pathway } from '../pathway.ts'
import { AdviceBanner } from '../pieces/advice-banner.tsx'
import { AssessmentPage } from './assessment-page.tsx'
import { smartPath } from './entry-point.ts'
import type { PageState } from './run-app.ts'
import classes from './smart.module.css'
import { isPassing, stops, words } from './words.ts'

/** The page that others open: who we are above, who stands behind the guidance below. */
export const Frame = ({ state }: Readonly<{ state: PageState }>) => (
  <Appearance>
    <div className={classes.page}>
      <SkipLink />
      <header className={classes.header}>
        <Container size="xl" className={classes.bar}>
          <Name />
          <SchemeSwitch />
        </Container>
      </header>
      <Container size="xl" component="main" id={contentId} tabIndex={-1} className={classes.main}>
        <Shown state={state} />
      </Container>
      <footer className={classes.footer}>
        <Container size="xl">
          <AdviceBanner guidance={pathway.status} />
        </Container>
      </footer>
    </div>
  </Appearance>
)

function Shown({ state }: Readonly<{ state: PageState }>) {
  switch (state.what) {
    case 'working':
      return (
        <Page title={words.opening}>
          <Group gap="sm" role="status">
            <Loader size="sm" aria-hidden />
            <Text>{state.words}</Text>
          </Group>
        </Page>
      )
    case 'choosing':
      return (
        <Page title={words.choose.title} lead={words.choose.text}>
          <Group gap="sm">
            {state.issuers.map((issuer) => (
              <Button key={issuer.iss} onClick={() => state.choose(issuer)}>
                {words.choose.at(issuer.name)}
              </Button>
            ))}
          </Group>
        </Page>
      )
    case 'stopped': {
      const { stop, about = '', said } = state.why
      const [title, text] = stops[stop]
      return (
        <Page title={title}>
          <p className={classes.stop} role="alert">
            {text(about)}
          </p>
          {said !== undefined && <p className={classes.said}>{words.said(about, said)}</p>}
          {isPassing(stop) && (
            <Group mt="md">
              <Button component="a" href={smartPath} variant="default">
                {words.startAgain}
              </Button>
            </Group>
          )}
        </Page>
      )
    }
    case 'assessed':
      return <AssessmentPage assessment={state.assessment} reload={state.reload} />
    default:
      return state satisfies never
  }
}
