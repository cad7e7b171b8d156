import type { Me } from '@common/contract/accounts';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DraftCard } from '@/components/draft-card/draftCard';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import { useDraft } from '@/hooks/useDraft';
import { open } from '@/services/navigate';

const STEPS: readonly [IconName, string, string][] = [
  ['person', '注册', '填写姓名、身份证号码和单位，约两分钟'],
  ['unit', '单位审核', '由您所在单位的管理员审核'],
  ['scan', '扫码签到', '在会场扫描大屏上的二维码'],
  ['book', '获得学分', '授分、审核的进度随时可查'],
];

/** For somebody who is not registered: one big step, and what it leads to. An administrator is shown his own room. */
export function WelcomeCard({ me }: { me: Me }) {
  const draft = useDraft();
  if (me.unit) {
    return (
      <Card title="单位管理" className="welcome">
        <View className="t-soft">{me.unit.name}：审核人员、查看现场签到情况</View>
        <View className="gap-l">
          <Button onPress={() => open('adminHome')}>进入管理</Button>
        </View>
      </Card>
    );
  }
  if (draft) {
    return <DraftCard form={draft} />;
  }
  return (
    <Card className="welcome">
      <View className="t-title">先注册，再签到</View>
      <View className="t-soft gap-s">注册并由单位审核通过后，现场扫码就能获得电子学分。</View>
      <View className="welcome__steps">
        {STEPS.map(([icon, name, detail]) => (
          <View key={name} className="welcome__step">
            <View className="welcome__icon">
              <Icon name={icon} size={22} color={theme.color.brand} />
            </View>
            <View className="grow">
              <View className="welcome__name">{name}</View>
              <View className="t-small">{detail}</View>
            </View>
          </View>
        ))}
      </View>
      <Button id="go-register" onPress={() => open('register')}>
        立即注册
      </Button>
      <View className="gap-s">
        <Button kind="quiet" size="small" onPress={() => open('signIn')}>
          已有账号，用户名登录
        </Button>
      </View>
    </Card>
  );
}
