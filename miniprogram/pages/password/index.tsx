import { ApiError } from '@common/contract/errors';
import { checkPassword } from '@common/rules/passwords';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useSession } from '@/hooks/useSession';
import { tell } from '@/services/feedback';
import { back, restartAt } from '@/services/navigate';
import { api, session } from '@/services/session';

/** 修改密码: the rules are shown as one types; after a one-time password there is no way around it. */
export default function PasswordPage() {
  const { me } = useSession();
  const isForced = me?.mustChangePassword ?? false;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<{ current?: string; next?: string; again?: string }>({});
  const rule = checkPassword(next, { names: namesOf(me) });

  const submit = async () => {
    const faults = {
      current: isForced || current ? undefined : '请输入原密码',
      next: rule.ok ? undefined : rule.message,
      again: again === next ? undefined : '两次输入的新密码不一致',
    };
    setWrong(faults);
    if (faults.current || faults.next || faults.again) {
      return;
    }
    try {
      await api.accounts.changePassword({ ...(isForced ? {} : { current }), next });
    } catch (error) {
      if (error instanceof ApiError && (error.code === 'WRONG_PASSWORD' || error.code === 'WEAK_PASSWORD')) {
        setWrong(error.code === 'WRONG_PASSWORD' ? { current: error.message } : { next: error.message });
        return;
      }
      throw error;
    }
    await session.refresh();
    tell('密码已修改');
    await (isForced ? restartAt('home') : back());
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
            error={wrong.current}
            maxLength={128}
          />
        )}
        <TextField
          id="field-next"
          label="新密码"
          required
          isPassword
          value={next}
          onChange={setNext}
          error={next ? (rule.ok ? wrong.next : rule.message) : wrong.next}
          hint={next && rule.ok ? '这个密码可以使用' : '10至64个字符，同时包含字母和数字'}
          maxLength={64}
        />
        <TextField
          id="field-again"
          label="再输一次新密码"
          required
          isPassword
          value={again}
          onChange={setAgain}
          error={wrong.again}
          maxLength={64}
        />
        <Button id="password-submit" onPress={submit}>
          保存新密码
        </Button>
      </Card>
    </Page>
  );
}

function namesOf(me: ReturnType<typeof useSession>['me']): string[] {
  return [me?.accountName, me?.learner?.personnelNo, me?.learner?.name].filter(
    (name) => typeof name === 'string',
  );
}
