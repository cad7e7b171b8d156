import type { Me } from '@common/contract/accounts';
import { useEffect, useState } from 'react';
import { client, useMe } from '../api/session';
import { asApiError } from '../hooks/useLoad';
import { whyNot } from '../hooks/usePermission';

/** By account: whether it runs the system. Asked for once; it does not change while one is signed in. */
const known = new Map<string, Promise<boolean>>();

function isOperator(me: Me): Promise<boolean> {
  const account = me.authority?.id;
  if (!account || whyNot(me, 'manageAccount') !== null) {
    return Promise.resolve(false);
  }
  const before = known.get(account);
  if (before) {
    return before;
  }
  const asked = client.officialAccounts.listOfficialAccounts({}).then(
    () => true,
    (error: unknown) => {
      // A refusal is an answer; a line that was cut says nothing: the next page asks again.
      if (asApiError(error).code !== 'FORBIDDEN') {
        known.delete(account);
      }
      return false;
    },
  );
  known.set(account, asked);
  return asked;
}

/**
 * Whether this account runs the system, and may see its 公众号 and 消息投递: an authority with none above it, with the 权限
 * `manageAccount`. Only the server knows what lies above; false until it has answered.
 */
export function useIsOperator(): boolean {
  const me = useMe();
  const [isOne, setIsOne] = useState(false);
  useEffect(() => {
    let isGone = false;
    void isOperator(me).then((answer) => !isGone && setIsOne(answer));
    return () => {
      isGone = true;
    };
  }, [me]);
  return isOne;
}
