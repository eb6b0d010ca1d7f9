import { createBrowserRouter, type RouteObject } from 'react-router'
import { Opening } from '../frame/opening.tsx'
import { ClinicFrame } from './clinic-frame.tsx'
import { RouteFault, ScreenFault } from './error-boundary.tsx'
import { Home } from './home.tsx'
import { NotFound } from './not-found.tsx'
import { loaded, openAnew } from './not-loaded.ts'
import { PublicFrame } from './public-frame.tsx'

type Screen = Promise<Readonly<{ Screen: React.ComponentType }>>
/** The code of a screen; where a newer build has taken its place, the page is opened anew. */
const code = <T,>(load: () => Promise<T>): Promise<T> => loaded(load, () => openAnew(router.state.navigation.location))
/** Loads a screen the first time its address is opened. */
const on = (path: string, load: () => Screen) => ({
  path,
  lazy: async () => ({ Component: (await code(load)).Screen }),
})

/** A fault in one of these is shown in its place, inside the frame. */
const guarded = (children: RouteObject[]): RouteObject[] => [{ ErrorBoundary: ScreenFault, children }]

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteFault,
    HydrateFallback: Opening,
    children: [
      { index: true, Component: Home },
      {
        Component: PublicFrame,
        children: guarded([
          on('set-up', () => import('../screens/set-up/Screen.tsx')),
          // Where the server sends the link of the console.
          on('setup', () => import('../screens/set-up/Screen.tsx')),
          on('sign-in', () => import('../screens/sign-in/Screen.tsx')),
          on('front-door', () => import('../screens/front-door/Screen.tsx')),
          on('front-door/appointment', () => import('../screens/appointment/Screen.tsx')),
          on('front-door/refer', () => import('../screens/refer/Screen.tsx')),
          on('front-door/status', () => import('../screens/status/Screen.tsx')),
          on('front-door/team', () => import('../screens/team/Screen.tsx')),
        ]),
      },
      {
        Component: ClinicFrame,
        children: guarded([
          on('home', () => import('../screens/home/Screen.tsx')),
          on('board', () => import('../screens/board/Screen.tsx')),
          on('referrals/new', () => import('../screens/new-referral/Screen.tsx')),
          on('requests/:id', () => import('../screens/requests/Screen.tsx')),
          on('lots', () => import('../screens/lots/Screen.tsx')),
          on('audit', () => import('../screens/audit/Screen.tsx')),
          on('emergency', () => import('../screens/emergency/Screen.tsx')),
          on('openings', () => import('../screens/openings/Screen.tsx')),
          on('sign-in-ways', () => import('../screens/sign-in-ways/Screen.tsx')),
          on('accounts', () => import('../screens/accounts/Screen.tsx')),
          on('team', () => import('../screens/directory/Screen.tsx')),
          on('guidance/*', () => import('../screens/guidance/Screen.tsx')),
          {
            path: 'patients/:id',
            lazy: async () => ({
              Component: (await code(() => import('../patient/patient-frame.tsx'))).PatientFrame,
            }),
            children: guarded([
              on('', () => import('../screens/patient/Screen.tsx')),
              on('triage', () => import('../screens/triage/Screen.tsx')),
              on('evaluate', () => import('../screens/evaluate/Screen.tsx')),
              on('imaging', () => import('../screens/imaging/Screen.tsx')),
              on('injection', () => import('../screens/injection/Screen.tsx')),
              on('surgery', () => import('../screens/surgery/Screen.tsx')),
              on('letter', () => import('../screens/letter/Screen.tsx')),
              on('follow-up', () => import('../screens/follow-up/Screen.tsx')),
            ]),
          },
        ]),
      },
      { path: '*', Component: NotFound },
    ],
  },
])
