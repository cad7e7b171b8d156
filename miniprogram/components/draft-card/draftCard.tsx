import { dayOf } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageSteps } from '@/components/page-steps/pageSteps';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';
import { completeOf, type RegisterForm } from '@/services/registerForm';

/** A registration that has been begun and not sent: which of its pages are done. */
export function DraftCard({ form }: { form: RegisterForm }) {
  const go = () => open('register');
  return (
    <Card id="draft" title="学员注册" aside={<StatusTag tone="act">未提交</StatusTag>}>
      <PageSteps complete={completeOf(form, true, dayOf(Date.now()))} onGo={go} />
      <View className="t-small gap-s">已填的内容保存在本机，前三页填完即可提交单位审核。</View>
      <View className="gap-m">
        <Button id="go-register" onPress={go}>
          继续注册
        </Button>
      </View>
    </Card>
  );
}
