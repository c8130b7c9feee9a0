import type { LanguageWords } from './words.ts';
import { wordTable } from './words.ts';

/** Simplified Chinese, in the terms of the platform's own translation. */
export const simplifiedChinese: LanguageWords = {
  objects: wordTable(`
    Account = 客户 | Campaign = 市场活动 | Contact = 联系人 | Lead = 潜在客户 | Opportunity = 业务机会
    OpportunityContactRole = 业务机会联系人角色 | OpportunityHistory = 业务机会：阶段历史 | OpportunityLineItem = 业务机会产品
    OpportunityTeamMember = 业务机会小组成员 | Pricebook2 = 价格手册 | PricebookEntry = 价格手册条目 | Product2 = 产品
    Event = 事件 | Task = 任务 | Group = 小组 | GroupMember = 小组成员 | QueueSobject = 队列对象 | Profile = 简档 | User = 用户
    UserLicense = 用户许可证 | UserRole = 角色 | CustomPermission = 自定义权限 | FieldPermissions = 字段权限
    ObjectPermissions = 对象权限 | PermissionSet = 权限集 | PermissionSetAssignment = 权限集分配 | PermissionSetGroup = 权限集组
    PermissionSetGroupComponent = 权限集组组件 | PermissionSetTabSetting = 权限集选项卡设置 | SetupEntityAccess = 设置实体访问权限
    RecordType = 记录类型 | RecordTypeVisibility = 记录类型可见性 | AccountShare = 客户共享 | CampaignShare = 市场活动共享
    LeadShare = 潜在客户共享 | OpportunityShare = 业务机会共享 | AccountHistory = 客户历史 | ContactHistory = 联系人历史
    LeadHistory = 潜在客户历史 | OpportunityFieldHistory = 业务机会历史 | AppDefinition = 应用程序定义 | BusinessHours = 工作时间
    BusinessProcess = 业务流程 | Holiday = 假期 | ListView = 列表视图 | OpportunityStage = 业务机会阶段 | Organization = 组织
    StaticResource = 静态资源 | CustomField = 自定义字段 | CustomObject = 自定义对象 | EntityDefinition = 实体定义
    EntityLimit = 实体限制 | FieldDefinition = 字段定义 | Flow = 流版本 | FlowDefinition = 流定义 | FlowDefinitionView = 流定义视图
    ValidationRule = 验证规则 | MutingPermissionSet = 静音权限集 | AccountTeamMember = 客户小组成员 | UserLogin = 用户登录
  `),
  fields: wordTable(`
    Account = 客户 | Account Access = 客户访问权限 | Account Description = 客户描述 | Account Fax = 客户传真 | Account Name = 客户名
    Account Number = 客户编号 | Account Owner = 客户所有人 | Account Phone = 客户电话 | Account Rating = 客户分级
    Account Site = 客户站点 | Account Source = 客户来源 | Account Type = 客户类型 | Active = 启用 | Actual Cost = 实际成本
    About Me = 个人简介 | Alias = 别名 | All Day = 全天 | All-Day Event = 全天事件 | Allow Forecasting = 允许预测 | Amount = 金额
    Annual Revenue = 年收入 | API Name = API 名称 | Archived = 已存档 | Assigned To = 被分配人 | Assistant's Name = 助理
    Asst. Phone = 助理电话 | Billing City = 开单城市 | Billing Country = 开单国家/地区 | Billing State/Province = 开单州/省
    Billing Street = 开单街道 | Billing Zip/Postal Code = 开单邮政编码 | Birthdate = 出生日期 | Budgeted Cost = 预算成本
    Business Fax = 商务传真 | Business Hours = 工作时间 | Business Hours Name = 工作时间名称 | Business Phone = 商务电话
    Business Process = 业务流程 | Call Duration = 呼叫持续时间 | Campaign = 市场活动 | Campaign Access = 市场活动访问权限
    Campaign Name = 市场活动名称 | Campaign Owner = 市场活动所有人 | Case Access Level for Account Owner = 客户所有人的个案访问级别
    CaseAccessLevel = 个案访问级别 | Changed Field = 已更改字段 | City = 城市 | Close Date = 结束日期 | Closed = 已结束
    Company = 公司 | Company Name = 公司名称 | Completed Date = 完成日期 | Contact = 联系人 | Contact Description = 联系人描述
    Contact Access Level for Account Owner = 客户所有人的联系人访问级别 | ContactAccessLevel = 联系人访问级别
    Contact Name = 联系人姓名 | Contact Owner = 联系人所有人 | Converted = 已转换 | Converted Account = 已转换客户
    Converted Contact = 已转换联系人 | Converted Date = 转换日期 | Converted Opportunity = 已转换业务机会 | Country = 国家/地区
    Created By = 创建人 | Created Date = 创建日期 | Datatype = 数据类型 | Date = 日期 | Default Account Access = 默认客户访问权限
    Default Business Hours = 默认工作时间 | Default Currency = 默认币种 | Default Opportunity Access = 默认业务机会访问权限
    Deleted = 已删除 | Department = 部门 | Description = 描述 | Developer Name = 开发人员名称 | Division = 分部 | Do Not Call = 请勿致电
    Due Date = 到期日期 | Due Date Only = 仅到期日期 | Due Date Time = 到期日期时间 | Duration = 持续时间 | Edition = 版本
    Email = 电子邮件 | Email Bounced Date = 电子邮件退回日期 | Email Bounced Reason = 电子邮件退回原因 | Email Encoding = 电子邮件编码
    Email Opt Out = 退出邮寄列表 | Employee Number = 员工编号 | Employees = 员工 | End = 结束 | End Date = 结束日期
    End Date Time = 结束日期时间 | End Time In Minutes From Midnight = 结束时间（从午夜起的分钟数） | Event = 事件
    Expected Amount = 预期金额 | Expected Revenue = 预期收入 | Fax = 传真 | First Name = 名字 | Fiscal Period = 会计期间
    Fiscal Quarter = 财政季度 | Fiscal Year = 财政年度 | Fiscal Year Name by Start = 以开始年份命名财政年度
    Fiscal Year Starts In = 财政年度开始月份 | Forecast Category = 预测类别 | Forecast Category Name = 预测类别名称
    Full Name = 全名 | Group = 小组 | Group Member = 小组成员 | Has Line Item = 包括行式项目 | Has Open Activity = 有未结束的活动
    Has Overdue Task = 有过期任务 | High Priority = 高优先级 | Holiday = 假期 | Holiday Date = 假期日期 | Holiday Name = 假期名称
    Home Phone = 家庭电话 | Include Bosses = 包括上级 | Industry = 行业 | Instance Name = 实例名称 | Is Active = 已启用
    Is Read Only = 为只读 | Is Sandbox = 为 Sandbox | Is Soql Compatible = SOQL 兼容 | Is Standard Price Book = 是标准价格手册
    Knowledge Licenses = 知识库许可证 | Language = 语言 | Last Activity = 上次活动 | Last Activity Date = 上次活动日期
    Last Login = 上次登录 | Last Modified By = 上次修改人 | Last Modified Date = 上次修改日期 | Last Name = 姓氏
    Last Referenced Date = 上次引用日期 | Last Stage Change Date = 上次阶段更改日期 | Last Viewed Date = 上次查看日期
    Lead = 潜在客户 | Lead Access = 潜在客户访问权限 | Lead Owner = 潜在客户所有人 | Lead Source = 潜在客户来源
    Lead Status = 潜在客户状态 | License Def. = 许可证定义 | Line Description = 行描述 | List Price = 价目表价格 | List View = 列表视图
    Locale = 区域设置 | Location = 位置 | Mailing City = 邮寄城市 | Mailing Country = 邮寄国家/地区
    Mailing State/Province = 邮寄州/省 | Mailing Street = 邮寄街道 | Mailing Zip/Postal Code = 邮寄邮政编码 | Manager = 经理
    Marketing User = 市场营销用户 | Master Label = 主标签 | Mobile = 手机 | Mobile Phone = 手机 | Name = 名称
    Namespace Prefix = 命名空间前缀 | New Value = 新值 | Next Step = 下一步 | Nickname = 昵称 | Num Sent = 发送数
    Offline User = 离线用户 | Old Value = 旧值 | Opportunity = 业务机会 | Opportunity Access = 业务机会访问权限
    Opportunity Access Level for Account Owner = 客户所有人的业务机会访问级别 | OpportunityAccessLevel = 业务机会访问级别
    Opportunity Contact Role = 业务机会联系人角色 | Opportunity Name = 业务机会名称 | Opportunity Owner = 业务机会所有人
    Opportunity Product = 业务机会产品 | Opportunity Product Name = 业务机会产品名称 | Opportunity Stage = 业务机会阶段
    Opportunity Team Member = 业务机会小组成员 | Opportunity Type = 业务机会类型 | Opportunity: Stage History = 业务机会：阶段历史
    Organization = 组织 | Other City = 其他城市 | Other Country = 其他国家/地区 | Other Phone = 其它电话
    Other State/Province = 其他州/省 | Other Street = 其他街道 | Other Zip/Postal Code = 其他邮政编码 | Owner = 所有人
    Ownership = 所有权 | Parent Account = 母公司 | Parent Campaign = 父级市场活动 | Parent Role = 上级角色 | Parent = 父级
    Phone = 电话 | Photo = 照片 | PhotoUrl = 照片 URL | Previous Amount = 先前金额 | Previous Close Date = 先前结束日期
    Price Book = 价格手册 | Price Book Entry = 价格手册条目 | Price Book Name = 价格手册名 | Primary = 主要
    Primary Campaign Source = 主要市场活动源 | Primary Contact = 主要联系人 | Priority = 优先级 | Private = 专用
    Probability = 可能性 | Probability (%) = 可能性 (%) | Product = 产品 | Product Code = 产品代码 | Product Description = 产品描述
    Product Family = 产品系列 | Product Name = 产品名称 | Product SKU = 产品 SKU | Profile = 简档 | Push Count = 推送计数
    Quantity = 数量 | Queue = 队列 | Queue SObject = 队列对象 | Rating = 分级 | Record Type = 记录类型
    Record Type Name = 记录类型名称 | Recurring Holiday = 周期性假期 | Related = 相关 | Related To = 相关项
    Reminder Date/Time = 提醒日期/时间 | Reminder Set = 已设提醒 | Reports To = 直属上司 | Role = 角色 | Row Cause = 行原因
    SAML Federation = SAML 联合 | Sales Price = 销售价格 | Salutation = 称谓 | Send Email to Members = 向成员发送电子邮件
    Shipping City = 发货城市 | Shipping Country = 发货国家/地区 | Shipping State/Province = 发货州/省 | Shipping Street = 发货街道
    Shipping Zip/Postal Code = 发货邮政编码 | Show Time As = 时间显示为 | SIC Code = SIC 代码 | SIC Description = SIC 描述
    Sobject Type = 对象类型 | Sobject Type Name = 对象类型名称 | Sort Order = 排序顺序 | Stage = 阶段 | Stage Name = 阶段名称
    Start Date = 开始日期 | Start Date Time = 开始日期时间 | Start Time In Minutes From Midnight = 开始时间（从午夜起的分钟数）
    State/Province = 州/省 | Status = 状态 | Street = 街道 | Subject = 主题 | System Modstamp = 系统修改时间戳 | Task = 任务
    Task Subtype = 任务子类型 | Team Role = 小组角色 | Ticker Symbol = 股票代码 | Time Zone = 时区 | Title = 职务
    To ForecastCategory = 至预测类别 | Total Price = 总价 | Trial Expiration Date = 试用到期日期 | Type = 类型
    Unread By Owner = 所有人未读 | Url for full-sized Photo = 完整尺寸照片的 URL | Use Standard Price = 使用标准价格 | User = 用户
    User License = 用户许可证 | User Type = 用户类型 | User/Group = 用户/小组 | Username = 用户名 | View Name = 视图名称
    Website = 网址 | Won = 已赢得 | Zip/Postal Code = 邮政编码 | Entity Enumeration Or = 实体枚举或 | License Definition = 许可证定义
    Sunday Start = 星期日开始 | Monday Start = 星期一开始 | Tuesday Start = 星期二开始 | Wednesday Start = 星期三开始
    Thursday Start = 星期四开始 | Friday Start = 星期五开始 | Saturday Start = 星期六开始 | Sunday End = 星期日结束
    Monday End = 星期一结束 | Tuesday End = 星期二结束 | Wednesday End = 星期三结束 | Thursday End = 星期四结束
    Friday End = 星期五结束 | Saturday End = 星期六结束 | Account Share = 客户共享 | Campaign Share = 市场活动共享
    Lead Share = 潜在客户共享 | Opportunity Share = 业务机会共享 | AccountHistory = 客户历史 | ContactHistory = 联系人历史
    LeadHistory = 潜在客户历史 | OpportunityFieldHistory = 业务机会历史 | User.Name = 全名 | Contact.Name = 姓名 | Lead.Name = 姓名
    Opportunity.Name = 名称 | Contact.Description = 备注 | Task.WhoId = 名称 ID | Task.Description = 留言
    SAML Federation ID = SAML 联合 ID | Account Team Member = 客户小组成员 | Case Access = 个案访问权限 | Contact Access = 联系人访问权限 |
    OpportunityTeamMember.Name = 姓名 | OpportunityTeamMember.Title = 职务
    Address = 地址 | Billing Address = 开单地址 | Shipping Address = 发货地址 | Mailing Address = 邮寄地址 | Other Address = 其他地址
    Latitude = 纬度 | Billing Latitude = 开单纬度 | Shipping Latitude = 发货纬度 | Mailing Latitude = 邮寄纬度 | Other Latitude = 其他纬度
    Longitude = 经度 | Billing Longitude = 开单经度 | Shipping Longitude = 发货经度 | Mailing Longitude = 邮寄经度
    Other Longitude = 其他经度 | Geocode Accuracy = 地理编码精度 | Billing Geocode Accuracy = 开单地理编码精度
    Shipping Geocode Accuracy = 发货地理编码精度 | Mailing Geocode Accuracy = 邮寄地理编码精度
    Other Geocode Accuracy = 其他地理编码精度
  `),
  values: wordTable(`
    Address = 地址 | NearAddress = 附近地址 | Block = 街区 | Street = 街道 | Extended Zip = 扩展邮政编码 | Zip = 邮政编码
    Neighborhood = 邻近地区 | City = 城市 | County = 县 | State = 州/省 | Unknown = 未知
    Prospect = 预期客户 | Customer - Direct = 客户 - 直接 | Customer - Channel = 客户 - 渠道
    Channel Partner / Reseller = 渠道合作伙伴/经销商 | Installation Partner = 安装合作伙伴 | Technology Partner = 技术合作伙伴 | Other = 其他
    Agriculture = 农业 | Apparel = 服装 | Banking = 银行 | Biotechnology = 生物技术 | Chemicals = 化工 | Communications = 通信
    Construction = 建筑 | Consulting = 咨询 | Education = 教育 | Electronics = 电子 | Energy = 能源 | Engineering = 工程
    Entertainment = 娱乐 | Environmental = 环境 | Finance = 金融 | Food & Beverage = 食品和饮料 | Government = 政府
    Healthcare = 医疗保健 | Hospitality = 酒店服务 | Insurance = 保险 | Machinery = 机械 | Manufacturing = 制造 | Media = 媒体
    Not For Profit = 非营利 | Recreation = 休闲 | Retail = 零售 | Shipping = 运输 | Technology = 技术 | Telecommunications = 电信
    Transportation = 交通 | Utilities = 公用事业 | Web = Web | Phone Inquiry = 电话查询 | Partner Referral = 合作伙伴推荐
    Purchased List = 购买的列表 | Hot = 热 | Warm = 温 | Cold = 冷 | Public = 公有 | Private = 私有 | Subsidiary = 子公司
    Mr. = 先生 | Ms. = 女士 | Mrs. = 夫人 | Dr. = 博士 | Prof. = 教授 | Mx. = Mx.
    Open - Not Contacted = 未处理 - 未联系 | Working - Contacted = 处理中 - 已联系 | Closed - Converted = 已结束 - 已转换
    Closed - Not Converted = 已结束 - 未转换 | Conference = 会议 | Webinar = 网络研讨会 | Trade Show = 贸易展
    Public Relations = 公共关系 | Partners = 合作伙伴 | Referral Program = 推荐计划 | Advertisement = 广告 | Banner Ads = 横幅广告
    Direct Mail = 直接邮寄 | Email = 电子邮件 | Telemarketing = 电话营销 | Planned = 已计划 | In Progress = 正在进行
    Completed = 已完成 | Aborted = 已中止 | Prospecting = 预期 | Qualification = 资格鉴定 | Needs Analysis = 需求分析
    Value Proposition = 价值主张 | Id. Decision Makers = 确定决策者 | Perception Analysis = 感知分析
    Proposal/Price Quote = 方案/报价 | Negotiation/Review = 谈判/审查 | Closed Won = 已结束并赢得客户 | Closed Lost = 已结束但失去客户
    Existing Customer - Upgrade = 现有客户 - 升级 | Existing Customer - Replacement = 现有客户 - 替换
    Existing Customer - Downgrade = 现有客户 - 降级 | New Customer = 新客户 | Omitted = 已忽略 | Pipeline = 渠道 | Best Case = 最佳情况
    Most Likely = 最可能 | Commit = 承诺 | Closed = 已结束 | Business User = 业务用户 | Decision Maker = 决策者
    Economic Buyer = 经济买家 | Economic Decision Maker = 经济决策者 | Evaluator = 评估者 | Executive Sponsor = 执行发起人
    Influencer = 影响者 | Technical Buyer = 技术买家 | Account Manager = 客户经理 | Channel Manager = 渠道经理
    Lead Qualifier = 潜在客户鉴定人 | Pre-Sales Consultant = 售前顾问 | Sales Manager = 销售经理 | Sales Rep = 销售代表
    None = 无 | Read Only = 只读 | Read/Write = 读/写 | Owner = 所有人 | Call = 电话 | Meeting = 会议 | Busy = 忙碌
    Out of Office = 外出 | Free = 空闲 | Not Started = 未启动 | Waiting on someone else = 等待其他人 | Deferred = 已推迟 | High = 高
    Normal = 中 | Low = 低 | Task = 任务 | ListEmail = 列表电子邮件 | Cadence = 节奏 | LinkedIn = LinkedIn
    Manual Sharing = 手动共享 | Sharing Rule = 共享规则 | Account Sharing = 客户共享 | Associated record sharing = 相关记录共享
    Sales Team = 销售小组 | Territory = 区域 | Territory2AssociationManual = 手动分配的区域
    English = 英语 | German = 德语 | Spanish = 西班牙语 | French = 法语 | Italian = 意大利语 | Swedish = 瑞典语 | Japanese = 日语
    Dutch = 荷兰语 | Korean = 韩语 | Chinese (Simplified) = 中文（简体） | Chinese (Traditional) = 中文（繁体）
    Portuguese (Brazil) = 葡萄牙语（巴西） | Danish = 丹麦语 | Finnish = 芬兰语 | Russian = 俄语 | Thai = 泰语 | Norwegian = 挪威语
    Spanish (Mexico) = 西班牙语（墨西哥） | Standard = 标准 | Partner = 合作伙伴 | High Volume Portal = 大量门户 | Guest = 来宾
    Automated Process = 自动化流程 | Unicode (UTF-8) = Unicode (UTF-8) | Chinese Simplified (GB2312) = 简体中文 (GB2312)
    General US & Western Europe (ISO-8859-1, ISO-LATIN-1) = 通用美国和西欧 (ISO-8859-1, ISO-LATIN-1)
    Public Read Only = 公用只读 | Public Read/Write = 公用读/写 | Enterprise Edition = 企业版 | Unlimited Edition = 无限版
    Developer Edition = 开发人员版 | Professional Edition = 专业版 | Text = 文本 | EntityId = 实体 ID | Boolean = 布尔值
    DateOnly = 日期 | DateTime = 日期/时间 | Double = 数字 | Currency = 币种 | Percent = 百分比 | Picklist = 选项列表
    StringPlusClob = 长文本 | TextArea = 文本区 | Regular = 公共小组 | Role = 角色 | Role and Subordinates = 角色和下属
    Role and Internal Subordinates = 角色和内部下属 | Organization = 整个组织 | Queue = 队列 | Manager = 经理
    ManagerAndSubordinatesInternal = 经理和内部下属 | AllCustomerPortal = 所有客户门户用户
  `),
  pages: wordTable(`
    Information = 信息 | System Information = 系统信息 | Address Information = 地址信息 | Additional Information = 其他信息
    Description Information = 描述信息 | Opportunity Information = 业务机会信息 | Account Information = 客户信息
    Contact Information = 联系人信息 | Lead Information = 潜在客户信息 | Task Information = 任务信息
    Home = 主页 | All {0} = 所有{0} | My {0} = 我的{0} | {0} Owner = {0}所有人 | {0} Name = {0}名称 | Owner = 所有人
    Created By = 创建人 | Last Modified By = 上次修改人
  `),
};
