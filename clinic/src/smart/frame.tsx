import { Button, Container, Group, Loader, Text } from '@mantine/core'
import { Appearance } from '../frame/appearance.tsx'
import { Name } from '../frame/brand.tsx'
import { Page } from '../frame/page.tsx'
import { SchemeSwitch } from '../frame/scheme-switch.tsx'
import { contentId, SkipLink } from '../frame/skip-link.tsx'
import { pathway } from '../pathway.ts'
import { AdviceBanner } from '../pieces/advice-banner.tsx'
import { smartHome } from './arrival.ts'
import { LookPage } from './look-page.tsx'
import classes from './smart.module.css'
import type { Showing } from './visit.ts'
import { isPassing, stops, words } from './words.ts'

/** The page that others open: who we are above, who stands behind the guidance below. */
export const Frame = ({ showing }: Readonly<{ showing: Showing }>) => (
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
        <Shown showing={showing} />
      </Container>
      <footer className={classes.footer}>
        <Container size="xl">
          <AdviceBanner guidance={pathway.status} />
        </Container>
      </footer>
    </div>
  </Appearance>
)

function Shown({ showing }: Readonly<{ showing: Showing }>) {
  switch (showing.what) {
    case 'working':
      return (
        <Page title={words.opening}>
          <Group gap="sm" role="status">
            <Loader size="sm" aria-hidden />
            <Text>{showing.words}</Text>
          </Group>
        </Page>
      )
    case 'choosing':
      return (
        <Page title={words.choose.title} lead={words.choose.text}>
          <Group gap="sm">
            {showing.issuers.map((issuer) => (
              <Button key={issuer.iss} onClick={() => showing.choose(issuer)}>
                {words.choose.at(issuer.name)}
              </Button>
            ))}
          </Group>
        </Page>
      )
    case 'stopped': {
      const { stop, about = '', said } = showing.why
      const [title, text] = stops[stop]
      return (
        <Page title={title}>
          <p className={classes.stop} role="alert">
            {text(about)}
          </p>
          {said !== undefined && <p className={classes.said}>{words.said(about, said)}</p>}
          {isPassing(stop) && (
            <Group mt="md">
              <Button component="a" href={smartHome} variant="default">
                {words.startAgain}
              </Button>
            </Group>
          )}
        </Page>
      )
    }
    case 'look':
      return <LookPage look={showing.look} again={showing.again} />
    default:
      return showing satisfies never
  }
}
