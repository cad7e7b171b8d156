import type { ReactNode } from 'react';
import { BrandMark } from '../../components/brandMark';
import { SignInArt } from './signInArt';
import './signIn.css';

interface Props {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

/** What stands around each page on the way in: the picture on the left, the mark and the title on the right. */
export function SignInFrame({ title, lead, children }: Props) {
  return (
    <div className="sign-in">
      <SignInArt />
      <main className="sign-in__side">
        <div className="sign-in__box">
          <div className="sign-in__brand">
            <BrandMark size={36} />
            <b>继教通</b>
          </div>
          <h1>{title}</h1>
          <p className="sign-in__lead">{lead}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
