import { Button } from 'antd';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { client, session, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { useTitle } from '../../hooks/useTitle';
import { safeReturn } from '../../layout/safeReturn';
import { SignInFrame } from '../sign-in/signInFrame';
import { ChoiceList } from './choiceList';
import { CodeForm } from './codeForm';
import { NewAdministratorForm } from './newAdministratorForm';
import type { Who } from './who';
import './administrator.css';

type Step =
  | { at: 'choose' }
  | { at: 'add' }
  | { at: 'code'; who: Who; name: string; phoneMasked: string; retryAfter: number };

/**
 * After the password: which of the account's administrators is here (manual 000 §1.3). The first sign-in adds 姓名 and 手机号, later
 * ones choose the name; an SMS code proves it.
 */
export default function AdministratorPage() {
  useTitle('确认管理员');
  const me = useMe();
  const [search] = useSearchParams();
  const choices = useLoad(() => client.administrators.administratorChoices({}), []);
  const config = useLoad(() => client.accounts.config({}), []);
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const send = useAction(async (who: Who, name: string) => {
    const { retryAfter, phoneMasked } = await client.administrators.sendAdministratorCode(who);
    setStep({ at: 'code', who, name, phoneMasked, retryAfter });
  });
  const leave = useAction(() => session.signOut());

  if (!me.needsAdministrator) {
    return <Navigate to={safeReturn(search.get('from'))} replace />;
  }
  const owner = me.unit?.name ?? me.authority?.name ?? '';
  const others = choices.data?.items ?? [];
  return (
    <SignInFrame title="请确认您的身份" lead={`${owner}，账号 ${me.accountName ?? ''}`}>
      {step.at === 'code' ? (
        <CodeForm
          {...step}
          isSimulated={config.data?.simulated ?? false}
          onBack={() => setStep({ at: 'choose' })}
        />
      ) : (
        <Loaded load={choices}>
          {({ items }) =>
            step.at === 'add' || items.length === 0 ? (
              <NewAdministratorForm
                isFirst={items.length === 0}
                send={(who) => send.run(who, who.name)}
                busy={send.busy}
                onBack={others.length > 0 ? () => setStep({ at: 'choose' }) : undefined}
              />
            ) : (
              <ChoiceList
                items={items}
                busy={send.busy}
                onChoose={({ id, name }) => send.run({ administratorId: id }, name)}
                onAdd={() => setStep({ at: 'add' })}
              />
            )
          }
        </Loaded>
      )}
      <p className="administrator__leave">
        不是这个账号？
        <Button type="link" loading={leave.busy} onClick={() => leave.run()}>
          退出登录
        </Button>
      </p>
    </SignInFrame>
  );
}
