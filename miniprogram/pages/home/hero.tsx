import type { Me } from '@common/contract/accounts';
import { TITLES } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { UnreadCount } from '@/components/unread/unread';
import { useUnread } from '@/hooks/useUnread';
import { open } from '@/services/navigate';
import { greeting } from '@/services/words';

/** Who is here, by name, on the colour of the house; a learner's 消息 at its end. */
export function Hero({ me }: { me: Me | null }) {
  const learner = me?.learner;
  const detail = learner
    ? [learner.unit?.name, learner.department, TITLES[learner.title]].filter(Boolean).join(' · ')
    : (me?.unit?.name ?? '继续医学教育学分，扫码签到、随时可查');
  return (
    <View className="hero">
      <View className="row">
        <View className="hero__greeting grow">{learner ? `${greeting()}，${learner.name}` : greeting()}</View>
        {learner ? <Bell learnerId={learner.id} /> : null}
      </View>
      <View className="hero__detail">{detail}</View>
    </View>
  );
}

function Bell({ learnerId }: { learnerId: string }) {
  const unread = useUnread(learnerId);
  return (
    <Pressable
      id="go-messages"
      className="hero__bell"
      onPress={() => open('messages')}
      label={unread ? `消息，${unread}条未读` : '消息'}
    >
      <Icon name="bell" size={26} color={theme.color.surface} />
      <UnreadCount count={unread} />
    </Pressable>
  );
}
