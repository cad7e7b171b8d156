import type { Me } from '@common/contract/accounts';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { TextField } from '@/components/field/textField';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SmsHint } from '@/components/sms-hint/smsHint';
import { useLoad } from '@/hooks/useLoad';
import { open, restartAt } from '@/services/navigate';
import { api, session } from '@/services/session';
import { Choices } from './choices';
import { useAdministrator } from './useAdministrator';
import './index.scss';

/** The step between a unit's password and its administration: which of its administrators is this? */
export default function AdministratorPage() {
  return (
    <Page className="administrator">
      <SessionGate>{(me) => (me.unit || me.authority ? <Step me={me} /> : <NoAccount />)}</SessionGate>
    </Page>
  );
}

function NoAccount() {
  return (
    <Card title="请先登录单位账号">
      <Button onPress={() => open('signIn', { for: 'unit' })}>单位管理员登录</Button>
    </Card>
  );
}

function Step({ me }: { me: Me }) {
  const { data, error, reload } = useLoad(
    async () => (await api.administrators.administratorChoices({})).items,
  );
  const form = useAdministrator(data?.length === 0);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />;
  }
  return (
    <>
      <View className="administrator__head">
        <View className="t-title">{data.length === 0 ? '登记第一位管理员' : '您是哪位管理员？'}</View>
        <View className="administrator__unit">{me.unit?.name ?? me.authority?.name}</View>
        <View className="t-soft">
          {data.length === 0
            ? '账号首次登录，请填写您本人的姓名和手机号，用短信验证码确认。首位管理员拥有全部权限，可以再登记其他人。'
            : '选择您的姓名，用短信验证码确认。每项操作都会记在本人名下。'}
        </View>
      </View>
      {data.length > 0 ? <Choices items={data} form={form} /> : null}
      {form.who ? <Confirmation form={form} /> : null}
      <Leave me={me} />
    </>
  );
}

function Confirmation({ form }: { form: ReturnType<typeof useAdministrator> }) {
  return (
    <Card className="gap-m">
      {form.who === 'new' ? (
        <>
          <TextField
            id="field-name"
            label="姓名"
            required
            value={form.name}
            onChange={(name) => form.change({ name })}
            placeholder="您的真实姓名"
            error={form.errors.name}
          />
          <TextField
            id="field-phone"
            label="手机号"
            required
            type="tel"
            maxLength={20}
            value={form.phone}
            onChange={(phone) => form.change({ phone })}
            placeholder="11位手机号"
            error={form.errors.phone}
          />
        </>
      ) : null}
      <TextField
        id="field-smsCode"
        label="短信验证码"
        required
        type="number"
        maxLength={6}
        value={form.smsCode}
        onChange={(smsCode) => form.change({ smsCode })}
        onConfirm={form.confirm}
        placeholder="6位数字"
        error={form.errors.smsCode}
        hint={form.sentTo ? `验证码已发送到 ${form.sentTo}，10分钟内有效` : undefined}
        aside={
          <Button
            id="code-send"
            kind="quiet"
            size="small"
            inline
            disabled={form.seconds > 0}
            onPress={form.send}
          >
            {form.seconds > 0 ? `${form.seconds} 秒后重发` : '获取验证码'}
          </Button>
        }
      />
      <SmsHint />
      <Button id="administrator-confirm" onPress={form.confirm}>
        确认并进入
      </Button>
    </Card>
  );
}

/** Nobody is kept here: back to one's own pages, or to another account. */
function Leave({ me }: { me: Me }) {
  const leave = async () => {
    await session.signOut();
    await restartAt('signIn');
  };
  return (
    <View className="gap-m">
      {me.learner ? (
        <Button kind="quiet" onPress={() => open('home')}>
          返回个人首页
        </Button>
      ) : (
        <Button id="administrator-leave" kind="quiet" onPress={leave}>
          换其他账号登录
        </Button>
      )}
    </View>
  );
}
