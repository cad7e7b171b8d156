import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag, type Tone } from '@/components/status-tag/statusTag';
import { ask, tell } from '@/services/feedback';
import { api } from '@/services/session';
import { moment } from '@/services/words';

export type Account = OutputOf<Contract['bindings']['myBindings']>['items'][number];

interface AccountCardProps {
  account: Account;
  onBind: () => void;
  onReleased: () => Promise<void>;
}

function stateOf({ isBound, isFollowing }: Account): [Tone, string] {
  if (!isBound) {
    return ['plain', '未绑定'];
  }
  return isFollowing ? ['done', '已绑定'] : ['act', '未关注'];
}

function wordsOf({ name, isBound, isFollowing, boundAt }: Account): string {
  if (!isBound) {
    return `绑定后可在“${name}”公众号查询学分、找回密码、接收消息。`;
  }
  if (!isFollowing) {
    return `已绑定，但没有关注“${name}”公众号，收不到消息。在微信中搜索“${name}”，关注后即可。`;
  }
  return boundAt ? `${moment(boundAt)} 绑定` : '已由同一微信自动识别为您本人';
}

/** One official account: how it stands, and what can be done. */
export function AccountCard({ account, onBind, onReleased }: AccountCardProps) {
  const { account: key, name, isBound } = account;
  const [tone, state] = stateOf(account);
  const release = async () => {
    const words = `解绑后，“${name}”不再向此微信提供您的学分和消息。扫码签到不受影响，之后可以重新绑定。`;
    if (await ask('解绑公众号', words, '解绑')) {
      await api.bindings.releaseBinding({ account: key });
      tell('已解绑');
      await onReleased();
    }
  };
  return (
    <Card id={`account-${key}`} title={name} aside={<StatusTag tone={tone}>{state}</StatusTag>}>
      <View className="t-soft">{wordsOf(account)}</View>
      <View className="accounts__acts">
        {isBound ? (
          <>
            <Button id={`change-${key}`} kind="secondary" size="small" inline onPress={onBind}>
              更换微信
            </Button>
            <Button id={`release-${key}`} kind="danger" size="small" inline onPress={release}>
              解绑
            </Button>
          </>
        ) : (
          <Button id={`bind-${key}`} onPress={onBind}>
            绑定
          </Button>
        )}
      </View>
    </Card>
  );
}
