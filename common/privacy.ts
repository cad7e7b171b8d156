/**
 * 个人信息处理说明: what is agreed to before any personal field is shown (个人信息保护法 art. 17, 29). A changed text gets a new
 * version, and every learner is asked again.
 */
export const PRIVACY_VERSION = '2026-11';

/** The text by section; shown in the mini-program and kept by version with each consent. */
export const PRIVACY_SECTIONS: readonly { title: string; text: string }[] = [
  {
    title: '我们收集什么',
    text: '姓名、身份证号码、手机号、照片、所在单位与科室、职称，以及您自愿填写的民族、通讯地址、教育经历等资料；参加活动时的报名情况、签到时间与方式；微信的用户标识。您选择查找“附近”的活动时使用您的位置，只用于计算距离，不保存。身份证号码、手机号属于敏感个人信息，需要您单独同意。',
  },
  {
    title: '用来做什么',
    text: '核对您的身份并由所在单位审核；登记签到，授予和审核继续医学教育学分；在您忘记密码时确认是您本人；向您发送审核结果和学分变化的提醒。不用于其他目的，不出售，不用于广告。',
  },
  {
    title: '谁能看到',
    text: '您所在单位的管理员可以查看您的资料，号码默认只显示一部分；查看完整号码须有专门权限，并且每次都会记录，您可以在“我的—谁查阅过我的信息”中看到。您报名的活动，主办单位可以看到您的姓名、单位、科室和隐去部分数字的手机号。卫生健康行政部门审核学分时可以看到您的姓名、单位和学分。',
  },
  {
    title: '如何保存',
    text: '身份证号码和手机号加密保存，照片去除拍摄地点等附带信息后保存。资料保存到您注销账号为止；学分按国家规定长期保留，注销后只保留医通卡号，不再与您的姓名、证件号码关联。',
  },
  {
    title: '您的权利',
    text: '您可以随时在“我的”中查看、更正、导出自己的资料，查看同意记录，或者注销账号。不同意本说明时不能注册，但不影响您在现场扫码查看活动信息。',
  },
];
