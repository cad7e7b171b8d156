import type { Me } from '@common/contract/accounts';
import { ApiError } from '@common/contract/errors';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { NewPasswordFields, useNewPassword } from '@/components/new-password/newPassword';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useSession } from '@/hooks/useSession';
import { tell } from '@/services/feedback';
import { goOn } from '@/services/goOn';
import { back } from '@/services/navigate';
import { api, session } from '@/services/session';

/** 修改密码: the rules are shown as one types; after a one-time password there is no way around it. */
export default function PasswordPage() {
  const { me } = useSession();
  const isForced = me?.mustChangePassword ?? false;
  const [current, setCurrent] = useState('');
  const [wrongCurrent, setWrongCurrent] = useState<string>();
  const password = useNewPassword(namesOf(me));

  const submit = async () => {
    const next = password.accept();
    const isMissing = !isForced && !current;
    setWrongCurrent(isMissing ? '请输入原密码' : undefined);
    if (!next || isMissing) {
      return;
    }
    try {
      await api.accounts.changePassword({ ...(isForced ? {} : { current }), next });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'WRONG_PASSWORD') {
        setWrongCurrent(error.message);
        return;
      }
      if (error instanceof ApiError && error.code === 'WEAK_PASSWORD') {
        password.refuse(error.message);
        return;
      }
      throw error;
    }
    const now = await session.refresh();
    tell('密码已修改');
    await (isForced ? goOn(now) : back());
  };

  return (
    <Page>
      {isForced ? (
        <View className="gap-m">
          <Notice tone="info">您使用的是一次性密码，请先设置自己的密码。</Notice>
        </View>
      ) : null}
      <Card className="gap-m">
        {isForced ? null : (
          <TextField
            id="field-current"
            label="原密码"
            required
            isPassword
            value={current}
            onChange={setCurrent}
            error={wrongCurrent}
            maxLength={128}
          />
        )}
        <NewPasswordFields {...password.fields} />
        <Button id="password-submit" onPress={submit}>
          保存新密码
        </Button>
      </Card>
    </Page>
  );
}

function namesOf(me: Me | null): string[] {
  return [me?.accountName, me?.learner?.personnelNo, me?.learner?.name].filter(
    (name) => typeof name === 'string',
  );
}
