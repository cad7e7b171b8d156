import { useState } from 'react';
import { useAction } from '../../hooks/useAction';
import { AskReset } from './askReset';
import { IssuedPassword } from './issuedPassword';

/** Whose password is reset. */
export interface ResetTarget {
  id: string;
  name: string;
  hasAccount: boolean;
  administrators: number;
}
/** What the server tells this once. */
export interface Issued {
  accountName: string;
  password: string;
  /** It is good for so many days. */
  days: number;
}

interface Props<T extends ResetTarget> {
  /** Null while closed. */
  target: T | null;
  reset: (target: T, clearAdministrators: boolean) => Promise<Issued>;
  onClose: () => void;
  /** The list has changed. */
  onDone: () => void;
}

/** 重置密码 (manual 003 §七): asks, and then shows the new password once. For who has none yet it is 开通账号. */
export function PasswordReset<T extends ResetTarget>({ target, reset, onClose, onDone }: Props<T>) {
  const [issued, setIssued] = useState<(Issued & { target: T }) | null>(null);
  const act = useAction(async (clearAdministrators: boolean) => {
    if (target) {
      setIssued({ ...(await reset(target, clearAdministrators)), target });
      onClose();
      onDone();
    }
  });
  return (
    <>
      <AskReset target={target} busy={act.busy} onCancel={onClose} onReset={act.run} />
      <IssuedPassword issued={issued} onClose={() => setIssued(null)} />
    </>
  );
}
