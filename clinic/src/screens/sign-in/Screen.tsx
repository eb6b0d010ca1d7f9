import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { useMe } from '../../api/queries.ts'
import { safeReturn, secretOf } from '../../frame/address-secret.ts'
import { Page } from '../../frame/page.tsx'
import { LinkSignIn } from './link-sign-in.tsx'
import { OtherWays } from './other-ways.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'
import { words } from './words.ts'

/** Staff sign-in, by name and password or by a link that works once; afterwards one is back where one wanted to go. */
export function Screen() {
  const [params] = useSearchParams()
  const back = safeReturn(params.get('back'))
  const me = useMe()
  const [token] = useState(() => secretOf(window.location.hash))
  if (me.data?.setupNeeded === true) return <Navigate replace to="/set-up" />
  if (token !== '') return <LinkSignIn token={token} back={back} />
  if (me.data?.account != null) return <Navigate replace to={back} />
  return (
    <Page title={words.title} lead={words.lead}>
      <PasswordSignIn back={back} />
      {me.data !== undefined && <OtherWays offers={me.data.signIn} back={back} outcome={params.get('openid')} />}
    </Page>
  )
}
