import type { Me } from '@common/contract/accounts';
import type { LearnerSelf } from '@common/contract/learners';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Sheet } from '@/components/sheet/sheet';
import { UnreadCount } from '@/components/unread/unread';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { useTextSize } from '@/hooks/useTextSize';
import { useUnread } from '@/hooks/useUnread';
import { ask } from '@/services/feedback';
import { keptActivity } from '@/services/keptActivity';
import { keptClaim } from '@/services/keptClaim';
import { open, restartAt } from '@/services/navigate';
import { registerDraft } from '@/services/registerDraft';
import { session } from '@/services/session';
import { TEXT_SIZES, type TextSize, textSize } from '@/services/textSize';
import { ProfileCard } from './profileCard';
import './index.scss';

/** 我的: who I am here, my account, how the product looks to me. */
export default function MinePage() {
  const isReady = useSession().status === 'ready';
  useLoad(() => session.refresh(), isReady ? 'me' : null);
  return (
    <Page className="mine">
      <SessionGate>
        {(me) => (
          <>
            <ProfileCard me={me} />
            {me.learner ? <MessagesCard learner={me.learner} /> : null}
            {me.learner ? <LearnerCard learner={me.learner} /> : null}
            <AccountCard me={me} />
          </>
        )}
      </SessionGate>
      <SettingsCard />
      <SignOut />
    </Page>
  );
}

/** 消息 and the ways by which they come. */
function MessagesCard({ learner }: { learner: LearnerSelf }) {
  const unread = useUnread(learner.id);
  return (
    <Card className="mine__list">
      <ListRow
        id="go-messages"
        icon="bell"
        title="消息"
        detail="学分变动、审核结果、上课和截止提醒"
        value={unread ? <UnreadCount count={unread} /> : null}
        onPress={() => open('messages')}
      />
      <ListRow
        id="go-official-account"
        icon="chat"
        title="公众号绑定"
        detail="在微信公众号里查学分、收消息"
        onPress={() => open('officialAccount')}
      />
    </Card>
  );
}

function LearnerCard({ learner }: { learner: LearnerSelf }) {
  return (
    <Card className="mine__list">
      <ListRow
        id="go-enrolments"
        icon="book"
        title="我的报名"
        detail="报名的活动、候补、加入日历"
        onPress={() => open('enrolments')}
      />
      <ListRow
        id="go-records"
        icon="clock"
        title="考勤记录查询"
        detail="每次签到和撤离，参加考试、项目评价"
        onPress={() => open('records')}
      />
      <ListRow
        id="go-papers"
        icon="certificate"
        title="学分证书"
        detail="电子学分证书、学分记录明细表、学分登记手册"
        onPress={() => open('creditPapers')}
      />
      <ListRow
        id="go-profile"
        icon="person"
        title="我的资料"
        detail="五个页面、照片、手机号、职称变更"
        onPress={() => open('profile')}
      />
      {learner.approval.state === 'approved' ? (
        <ListRow
          id="go-transfer"
          icon="unit"
          title="单位调动"
          detail="原单位调出，现单位调入"
          onPress={() => open('transfer')}
        />
      ) : null}
      <ListRow
        id="go-personal-data"
        icon="shield"
        title="个人信息与隐私"
        detail="谁查阅过、导出、注销账号"
        onPress={() => open('personalData')}
      />
    </Card>
  );
}

function AccountCard({ me }: { me: Me }) {
  return (
    <Card className="mine__list">
      {me.unit ? (
        <ListRow
          id="go-admin"
          icon="switch"
          title="切换到管理"
          detail={me.unit.name}
          onPress={() => open('adminHome')}
        />
      ) : (
        <ListRow
          id="go-sign-in"
          icon="switch"
          title="单位管理员登录"
          onPress={() => open('signIn', { for: 'unit' })}
        />
      )}
      {me.accountName ? (
        <ListRow icon="key" title="修改密码" value={me.accountName} onPress={() => open('password')} />
      ) : null}
    </Card>
  );
}

function SettingsCard() {
  const size = useTextSize();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card className="mine__list">
      <ListRow
        id="text-size"
        icon="text"
        title="大字号"
        value={TEXT_SIZES[size]}
        onPress={() => setOpen(true)}
      />
      <ListRow
        id="go-notices"
        icon="help"
        title="通知与帮助"
        detail="通知、常见问题、学分审核标准"
        onPress={() => open('notices')}
      />
      <ListRow icon="book" title="个人信息处理说明" onPress={() => open('privacy')} />
      <Sheet isOpen={isOpen} title="字号" onClose={() => setOpen(false)}>
        <View className="t-soft">选择后，各页的文字立即按所选大小显示。</View>
        <View className="gap-m">
          <Chips
            options={(Object.keys(TEXT_SIZES) as TextSize[]).map((value) => ({
              value,
              label: TEXT_SIZES[value],
            }))}
            value={size}
            onChange={textSize.set}
          />
        </View>
      </Sheet>
    </Card>
  );
}

function SignOut() {
  const { me } = useSession();
  if (!me) {
    return null;
  }
  const leave = async () => {
    if (await ask('退出登录', '退出后需要重新登录才能签到和查询学分。', '退出')) {
      registerDraft.drop();
      keptClaim.drop();
      keptActivity.drop();
      await session.signOut();
      await restartAt('signIn');
    }
  };
  return (
    <Button id="sign-out" kind="danger" onPress={leave}>
      退出登录
    </Button>
  );
}
