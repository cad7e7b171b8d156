import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ConsentNotice } from '@/components/consent-notice/consentNotice';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import './index.scss';

/** 个人信息与隐私: what the 个人信息保护法 (ch. 4) gives a person, each in one place. */
export default function PersonalDataPage() {
  return (
    <LearnerGate>
      {(learner) => (
        <Page className="personal-data">
          <ConsentNotice learnerId={learner.id} />
          <Card className="personal-data__list">
            <ListRow
              id="go-readers"
              icon="eye"
              title="谁查阅过我的信息"
              detail="每次查看完整号码都有记录"
              onPress={() => open('readers')}
            />
            <ListRow
              id="export"
              icon="download"
              title="导出我的数据"
              detail="资料、同意记录、签到、学分、查阅记录（Excel）"
              onPress={exportMine}
            />
            <ListRow
              id="go-consents"
              icon="shield"
              title="同意记录"
              detail="同意过的个人信息处理说明及版本"
              onPress={() => open('consents')}
            />
            <ListRow id="go-correct" icon="edit" title="更正我的信息" onPress={() => open('profile')} />
          </Card>
          <Card className="personal-data__list">
            <ListRow id="go-sessions" icon="phone" title="登录设备" onPress={() => open('sessions')} />
            <ListRow
              id="go-closure"
              icon="exit"
              title="注销账号"
              detail="删除个人信息，不可恢复"
              onPress={() => open('closure')}
            />
          </Card>
          <View className="t-small">身份证号码和手机号加密保存，页面上只显示一部分。</View>
        </Page>
      )}
    </LearnerGate>
  );
}

async function exportMine(): Promise<void> {
  const file = await api.personalData.exportMine({});
  await file.save();
}
