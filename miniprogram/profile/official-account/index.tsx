import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { tell } from '@/services/feedback';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { type Account, AccountCard } from './accountCard';
import { BindingSheet } from './bindingSheet';
import './index.scss';

/** 公众号绑定: in which official accounts the learner's WeChat is known as his. */
export default function OfficialAccountPage() {
  return (
    <Page>
      <LearnerGate>{(learner) => <Accounts phoneMasked={learner.phoneMasked} />}</LearnerGate>
    </Page>
  );
}

function Accounts({ phoneMasked }: { phoneMasked: string }) {
  const { data, error, reload } = useLoad(() => api.bindings.myBindings({}));
  const [binding, setBinding] = useState<Account>();
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />;
  }
  if (data.items.length === 0) {
    return <Empty icon="chat" title="暂时没有可绑定的公众号" detail="学分和消息都可以在本小程序中查看" />;
  }
  const finish = async () => {
    setBinding(undefined);
    tell('绑定成功');
    await reload();
  };
  return (
    <>
      <View className="t-soft">
        绑定后，在公众号里发送“学分”“明细”“通知”就能查询，学分变动、审核结果等也会发到微信。
      </View>
      <View className="gap-m">
        {data.items.map((item) => (
          <AccountCard
            key={item.account}
            account={item}
            onBind={() => setBinding(item)}
            onReleased={reload}
          />
        ))}
      </View>
      <Card className="accounts__list">
        <ListRow
          id="go-message-settings"
          icon="bell"
          title="消息设置"
          detail="选择接收哪些消息、免打扰时间"
          onPress={() => open('messageSettings')}
        />
      </Card>
      {binding ? (
        <BindingSheet
          account={binding}
          phoneMasked={phoneMasked}
          onClose={() => {
            setBinding(undefined);
            // It may have been confirmed between the last question and the closing.
            void reload();
          }}
          onBound={finish}
        />
      ) : null}
    </>
  );
}
