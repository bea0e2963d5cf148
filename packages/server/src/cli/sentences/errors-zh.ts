// errors-en.ts 的简体中文。对工作人员不用主语；命令、选项、文件名与占位符保持原样。

import type { ERRORS_EN } from './errors-en.ts';

export const ERRORS_ZH: Readonly<Record<keyof typeof ERRORS_EN, string>> = {
  'error.usage': 'acta {command}：{reason} {word}\n参见：acta {command} --help',
  'error.usage.words-missing': '命令后缺少内容',
  'error.usage.word-extra': '多出一个词：',
  'error.usage.option-unknown': '没有此选项',
  'error.usage.option-value': '此选项缺少取值，或不带取值：',
  'error.usage.number': '不是整数：',
  'error.usage.choice': '不在可选值之内：',
  'error.usage.date': '不是日期（YYYY-MM-DD）：',
  'error.usage.command': '没有 {word} 命令。acta --help 列出全部命令。',
  'error.usage.one-of': '必须且只能选其一：',
  'error.vault-missing': '{dir} 中没有保管库。用 --vault 或 ACTA_VAULT 指定；acta import 会新建。',
  'error.vault-damaged': '保管库文件 {file} 已损坏，未作任何更改。从备份恢复此文件，再运行 acta verify。',
  'error.vault-newer': '此保管库由更新版本的 Acta 建立（格式 {format}），未作任何更改。改用该版本。',
  'error.vault-moved':
    '此保管库已迁移到 {place}。这里不再写入任何内容，须留下记录的内容也不再显示。到那里使用；acta verify 和 acta stats 在这里仍可用。',
  'error.vault-arriving':
    '此保管库尚未从 {place} 完整迁入，未作任何更改。在那边再次运行同一条 acta move，它会从中断处继续。',
  'error.move-target': '没有向 {place} 迁移任何内容：{reason}。这里的保管库保持原样。',
  'error.move-target.same': '保管库已经在那里',
  'error.move-target.cell': '那里是另一个保管库',
  'error.move-target.stands': '此保管库已在那里并正在使用，或曾在那里恢复',
  'error.move-target.longer': '那里有这里缺少的记录',
  'error.move-target.other': '那里的内容不是此保管库的一部分',
  'error.move-target.keys': '那里的密钥不是此保管库的密钥',
  'error.move-unproven':
    '迁入的内容未通过验证（{verdict}）。这里的保管库保持原样，仍在使用。在这里运行 acta verify --deep，然后再次运行 acta move。',
  'error.cells-config': '{file}：{at}：{reason}。未打开任何内容。可写内容见 docs/cells.md。',
  'error.cells-config.json': '不是 JSON',
  'error.cells-config.member': '没有这个成员',
  'error.cells-config.form': '缺失或类型不对',
  'error.cells-config.name': '名称由小写字母、数字和连字符组成，以字母开头',
  'error.cells-config.number': "号码开头写作 '+' 加数字",
  'error.cells-config.twice': '另一个单元已用此名称',
  'error.cells-config.claimed': '另一个区域已占用此号码开头',
  'error.cells-config.home': '主区域中没有单元',
  'error.cells-config.place': '另一个单元已用此文件夹或数据库',
  'error.cells-config.env': '所指的变量未设置',
  'error.cell-needed': '这只涉及一个单元。用 --cell 指明，或在编号前写“名称:”。单元：{cells}。',
  'error.cell-unknown': '没有单元 {cell}。单元：{cells}。',
  'error.cell-unclear': '多个单元存有此对话（{cells}），未导入任何内容。用 --cell 指明一个。',
  'error.cell-differs':
    '文件夹 {dir} 与数据库 {server} 不属于同一个保管库，未作任何更改。用 --vault 或 ACTA_VAULT 指定另一个文件夹，或在 ACTA_DATABASE_URL 中指定正确的数据库。',
  'error.key-missing':
    '此保管库的密钥不在 {dir} 中（文件 {cell}.root）。用 ACTA_KEYS 指定其文件夹，或运行：acta key recover',
  'error.key-wrong':
    '密钥打不开 {file}：它属于另一个保管库，或文件已损坏。未作任何更改。用 ACTA_KEYS 指定正确的文件夹，或运行：acta key recover',
  'error.key-exposed': '本机其他用户可以读取密钥 {file}。设为仅本人可读：chmod 600 {file}',
  'error.passphrase-needed': '密钥由口令密封。用 --passphrase-file 或 ACTA_PASSPHRASE 提供口令。',
  'error.passphrase-wrong': '口令打不开密钥，未作任何更改。重试，或运行：acta key recover',
  'error.recovery-missing': '此保管库从未显示过恢复码，因此无法用恢复码恢复。',
  'error.recovery-wrong': '这不是此保管库的恢复码，未作任何更改。逐字核对后重试。',
  'error.code-shown': '恢复码已显示过，且不以明文保存。acta key rotate 会生成新密钥和新恢复码。',
  'error.writer-busy': '另一个 Acta 正在写入此保管库。等它完成，或将其停止。',
  'error.database-url':
    '{setting} 中的地址无法使用：{reason}。写法为 postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full。未作任何更改。',
  'error.database-url.form': '不是 PostgreSQL 数据库的 URL',
  'error.database-url.alone': '必须与 ACTA_DATABASE_URL 一起设置',
  'error.database-url.host': '没有写主机',
  'error.database-url.hosts': '写了多个主机；只写负责写入的那一个，或写始终指向它的地址',
  'error.database-url.port': '端口不是 1 到 65535 之间的数字',
  'error.database-url.database': '没有写数据库',
  'error.database-url.parameter': '参数 {name} 未知，或出现了两次',
  'error.database-insecure':
    '将以 sslmode={mode} 连接 {server}，这不能证明对方是谁。在 {setting} 中写 sslmode=verify-full；若使用自有证书颁发机构，再加 sslrootcert=FILE。未发送任何内容。',
  'error.database-unreachable':
    '数据库 {server} 没有应答，或断开了连接。已确认的内容安全无损。检查它是否在运行、能否连通，再重新运行命令。',
  'error.database-refused':
    '数据库 {server} 拒绝 Acta 登录（{sqlstate}）。检查用户名、密码以及数据库是否存在。未作任何更改。',
  'error.database-tls':
    '{server} 未能通过 TLS 证明自己就是该数据库（{reason}）。未发送任何内容。检查其证书与名称；sslrootcert=FILE 指定自有证书颁发机构。',
  'error.database-permission': '数据库 {server} 不允许 Acta 在其中的角色这样做。未作任何更改。数据库所有者可以授权。',
  'error.database-full': '数据库 {server} 的磁盘已满。已确认的内容安全无损；在那里腾出空间后重新运行命令。',
  'error.database-too-old': '数据库 {server} 是 PostgreSQL {version}；Acta 需要 15 或更高版本。未作任何更改。',
  'error.database-busy': '数据库 {server} 没有时间或资源完成此操作（{sqlstate}）。这一步未保留任何内容。重新运行命令。',
  'error.database-readonly': '数据库 {server} 不接受更改：它是副本，或已设为只读。未作任何更改。指定负责写入的服务器。',
  'error.database-unsafe': '数据库 {server} 会确认断电即丢失的内容：其设置 {name} 已关闭。未作任何更改。将其打开。',
  'error.database-failed': '数据库 {server} 无法完成此操作（{sqlstate}）。这一步未保留任何内容。详情见其日志。',
  'error.writer-lost':
    '另一个 Acta 已接管此保管库的写入，或持有写入权的连接已断开。已确认的内容安全无损；此处不再写入任何内容。',
  'error.keys-not-apart':
    '{server} 的密钥会与其所开启的内容放在一起，或无法判断是否如此。未作任何更改。在 ACTA_KEYS_URL 中指定另一个集群的服务器，或不设置它而把密钥保存在文件中。',
  'error.keys-kept':
    '密钥服务器 {server} 会保留已删除内容的旧副本（{name}），因此无法在其中销毁密钥。未销毁任何内容。将其关闭后重新运行命令。',
  'error.rolled-back':
    '保管库比本机上次所见的旧（现有 {size} 个条目，曾见 {last} 个）：全部或部分被换回旧版。未作任何更改。acta verify 给出详情。',
  'error.seen-damaged':
    '本机上次所见的记录 {file} 已损坏；这并不说明保管库有问题。未作任何更改。从备份恢复该文件，或将其删除：下次 acta import 会重新建立，在此之前无法发现被换回旧版的保管库。',
  'error.pinned': '有读取者占用 {file}，旧数据无法清除。停止其他命令；下次启动时完成抹除。',
  'error.projections-behind': '投影无法读取，账本不受影响。运行：acta rebuild',
  'error.folder-empty': '{file}：这个文件夹里没有导出的聊天（.txt 或 .zip）。',
  'error.file-missing': '{file}：没有此文件。',
  'error.file-unreadable': '{file}：无法读取此文件。检查其权限。',
  'error.file-refused': '{file}：已拒绝（{reason}）。',
  'error.not-a-chat':
    '{file}：不是 WhatsApp 导出文件，自第 {line} 行起没有一行符合。在手机上导出聊天，再导入该文件。导入时，此文件整个放入隔离区。',
  'error.out-exists': '{file} 已存在，保持原样。用 --out 指定其他位置。',
  'error.out-unwritable': '无法写入 {file}。检查文件夹及其权限。',
  'error.disk-full': '磁盘已满。已确认的内容安全；腾出空间后重新运行此命令。',
  'error.date-order-unclear':
    '{file}：无法区分日和月：{one} 始于 {oneFirst}，{other} 始于 {otherFirst}。未导入任何内容。用 --date-order dmy、mdy 或 ymd 指明。',
  'error.chat-unclear':
    '{file}：已有同名对话，但作者或时间不符。未导入任何内容。用 --chat NAME 指明归属（同名则并入，异名则新建）。',
  'error.chat-missing': '没有对话 {chat}。acta chats 列出全部对话。',
  'error.chat-ambiguous': '有多个对话使用此标题。用 id 指定其一；acta chats 列出全部对话。',
  'error.person-missing': '没有 id 为 {id} 的人员。acta people 列出全部人员。',
  'error.api-key-missing': '没有 API 密钥 {id}。acta api-key list 列出已创建的密钥。',
  'error.import-missing': '没有导入 {id}。',
  'error.import-withdrawn': '导入 {id} 已经撤回。',
  'error.record-missing': '没有记录 {seq}。',
  'error.record-erased': '记录 {seq} 已依令抹除。其在账本中的位置仍可证明，内容已不存在。',
  'error.media-missing': '记录 {seq} 在此没有媒体文件。',
  'error.quarantine-missing': '隔离区中没有 {id}。acta quarantine list 列出现有内容。',
  'error.nothing-to-erase': '未保存任何此类内容，无可抹除。',
  'error.refused': '依规则 {rule} 已拒绝（{reason}）。未作任何更改。',
  'error.refused.reason-missing': '未说明原因，用 --reason TEXT 说明',
  'error.refused.reason-long': '原因超过 1,000 个字符',
  'error.factor-needed':
    '此保管库已有账户，需说明由谁执行：--as 邮箱 --code 验证码（应用当前显示的），或仅以 --code 给出保管库恢复码（也可用 ACTA_AS 和 ACTA_CODE）。未作任何更改。',
  'error.factor-wrong': '邮箱与验证码不符，或该码已用过。未作任何更改。等待下一个验证码。',
  'error.role-missing': '角色 {role} 无权执行此操作。未作任何更改；所有者可以更改角色。',
  'error.confirm-needed': '此操作无法撤销。用 --reason TEXT 说明原因，或在终端中运行。',
  'error.scan-found':
    '抹除后，保管库文件夹中仍有 {count} 个应抹除的词。此次抹除不算完成。运行 acta rebuild，再重新运行此命令。',
  'error.object-damaged': '密封对象 {object} 已损坏。acta verify --deep 会指出涉及哪些记录。',
  'error.object-missing': '密封对象 {object} 不在原来保存的地方。未作任何更改。从对象的备份中恢复它。',
  'error.objects-bucket-missing': 'ACTA_OBJECTS_URL 所指的存储桶不存在。已确认的内容是安全的。创建它，或更正名称。',
  'error.objects-denied':
    '对象存储不允许 Acta 进入，或不允许此操作（{answer}）。已确认的内容是安全的。检查凭据和存储桶策略。',
  'error.objects-full': '对象存储没有空间了（{answer}）。已确认的内容是安全的；腾出空间后重新运行命令。',
  'error.objects-lock-missing':
    'ACTA_OBJECTS_URL 要求对象锁定，但该存储桶不提供。未发送任何内容。使用启用了对象锁定的存储桶，或去掉 lock 和 lockDays。',
  'error.objects-refused':
    '对象存储拒绝了一个求（{answer}）。已确认的内容是安全的。检查它是否兼容 S3，以及 ACTA_OBJECTS_URL 是否与之相符。',
  'error.objects-unreachable':
    '对象存储没有应答（{answer}）。已确认的内容是安全的。检查网络和 endpoint，然后重新运行命令。',
  'error.objects-url': 'ACTA_OBJECTS_URL 无法使用：{reason}。',
  'error.objects-url.scheme': '它不是 s3://BUCKET/PREFIX?region=REGION 的形式',
  'error.objects-url.credentials': '它含有凭据；改用 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 提供',
  'error.objects-url.plain': '连接不会加密；除本机以外只使用 https',
  'error.objects-url.parameter': '它只能含有 region、endpoint、pathStyle（true 或 false）、lock 和 lockDays',
  'error.objects-url.bucket': '其中的存储桶不是有效的存储桶名',
  'error.objects-url.prefix': '其中的前缀含有字母、数字、.、-、_、= 和单个 / 以外的字符',
  'error.objects-url.region': '它没有指明区域',
  'error.objects-url.endpoint': '其中的 endpoint 不是 http 或 https 地址',
  'error.objects-url.lock': 'lock 为 governance 或 compliance，lockDays 为 1 到 36500 的数字；两者都给或都不给',
  'error.record-damaged': '记录 {seq} 无法打开。acta verify --deep 指出损坏之处。',
  'error.lines-lost': '{file}：读取结果与行数不符。未导入任何内容，整个文件已放入隔离区。',
  'error.setting-wrong': '设置 {setting} 无法使用（{reason}）。在环境变量或配置文件中更正后重新启动。',
  'error.port-busy': '{host} 的端口 {port} 已被其他程序占用或不允许使用。用 ACTA_PORT 另选一个。',
  'error.sandbox-failed': '沙盒未能启动。其端口可能被其他程序占用；用 SANDBOX_PORT 另选一个。',
  'error.server-needed': '没有服务器在为此保险库运行，无法发送。用 acta serve 启动服务器。',
  'error.query': '未执行搜索。第 {offset} 个字符：{reason}。',
  'error.query.empty': '没有要查找的词、短语或筛选条件',
  'error.query.unbalanced-quote': '引号不成对',
  'error.query.only-minus': '只写了要排除的内容，还需写明要查找什么',
  'error.query.filter-without-value': '筛选条件没有取值；冒号后不留空格，例如 from:Ana',
  'error.query.unknown-person': '没有此姓名或 id 的人员；acta people 列出全部人员',
  'error.query.unknown-chat': '没有此标题或 id 的对话；acta chats 列出全部对话',
  'error.query.unknown-has':
    'has: 可用 image、video、audio、voice、document、sticker、gif、location、contact、poll、link、media、edited、deleted',
  'error.query.bad-date': '不是日期；写作 YYYY、YYYY-MM 或 YYYY-MM-DD',
  'error.query.prefix-too-short': '* 前至少两个字符',
  'error.query.query-too-long': '过长；最多 1,000 个字符、64 个词和筛选条件',
  'error.query.index-damaged': '搜索索引无法读取，账本不受影响。重建索引：acta rebuild',
  'error.file-empty': '{file}：文件为空。在手机上重新导出聊天。导入时，此文件放入隔离区。',
  'error.file-binary': '{file} 第 {line} 行：不是文本。在手机上重新导出聊天。导入时，此文件整个放入隔离区。',
  'error.date-order-needed': '{file}：无法区分日和月。未导入任何内容。用 --date-order dmy、mdy 或 ymd 指明。',
  'error.source-changed': '{file}：读取期间文件发生了变化。没有丢失内容；待无人写入后重新运行此命令。',
  'error.zip-malformed': '{file}：zip 的目录无法读取。重新复制或导出聊天。导入时，此文件整个放入隔离区。',
  'error.zip-truncated': '{file}：zip 不完整。从手机重新完整复制。导入时，此文件原样放入隔离区。',
  'error.zip-overlap':
    '{file}：zip 的各部分相互重叠，手机不会这样写。未解压。acta quarantine list 列出导入时保留的内容。',
  'error.zip-bomb': '{file}：zip 解压后会大得不合常理。未解压。acta quarantine list 列出导入时保留的内容。',
  'error.zip-too-many-entries': '{file}：zip 中的文件超过 200,000 个。未解压；将其拆分。导入时，此文件整个放入隔离区。',
  'error.zip-path-traversal': '{file}：路径指向 zip 之外。此文件已略过，zip 中其余文件照常读取。查明此 zip 由谁制作。',
  'error.zip-name-invalid': '{file}：不是有效的文件名。此文件已略过，zip 中其余文件照常读取。改名后重新压缩，再导入。',
  'error.zip-duplicate-name':
    '{file}：zip 中有多个文件使用此名称。这些文件已略过，其余照常读取。改名后重新压缩，再导入。',
  'error.zip-link': '{file}：是链接，不是文件。已略过，zip 中其余文件照常读取。改放文件本身。',
  'error.zip-special-file': '{file}：既不是文件也不是文件夹。已略过，zip 中其余文件照常读取。',
  'error.zip-encrypted': '{file}：已加密，未读取。用密码解压 zip，再导入文件夹。',
  'error.zip-method-unknown': '{file}：所用压缩方式 Acta 无法读取，已略过。解压 zip，再导入文件夹。',
  'error.zip-size-mismatch': '{file}：大小与 zip 所记不符，未导入。重新复制或导出聊天，再导入。',
  'error.zip-crc-mismatch': '{file}：与校验和不符，zip 在传输中损坏，未导入。重新复制或导出聊天，再导入。',
  'error.zip-header-mismatch': '{file}：zip 对它的两处描述不一致，未导入。重新导出聊天，再导入。',
  'error.zip-data-damaged': '{file}：无法解压，zip 已损坏，未导入。重新复制或导出聊天，再导入。',
  'error.webhook-empty': '推送内容为空，已原样放入隔离区。检查 WhatsApp 与本服务器之间的设备。',
  'error.webhook-not-json': '推送内容自第 {offset} 字节起不是 JSON，已原样放入隔离区，升级后可重试。',
  'error.webhook-not-utf8': '推送内容不是 UTF-8 文本，已原样放入隔离区，升级后可重试。',
  'error.webhook-too-deep':
    '推送内容在第 {offset} 字节处嵌套过深，已原样放入隔离区。WhatsApp 不会这样写：检查谁知道应用密钥。',
  'error.webhook-too-many':
    '推送内容自第 {offset} 字节起部分过多，已原样放入隔离区。WhatsApp 不会这样发送：检查谁知道应用密钥。',
  'error.webhook-not-an-object': '推送内容是 JSON，但不是对象，已原样放入隔离区，升级后可重试。',
  'error.webhook-unknown-object':
    '推送内容与 WhatsApp 商业账户无关，已原样放入隔离区。检查该应用向此地址发送哪些产品的推送。',
  'error.outgoing-invalid': '消息的格式不被 WhatsApp 接受，未发送任何内容。缩短或补全后重新发送。',
  'error.time-invalid': '有一条消息没有有效时间，此格式无法容纳。存档不受影响。改用 --format jsonl。',
  'error.ledger.unreadable':
    '无法从磁盘读取保管库的部分数据，未作任何更改。将保管库复制到另一磁盘，再运行 acta verify。',
  'error.ledger.record-too-large': '有一条记录超出账本允许的大小。此步骤未保存任何内容。',
  'error.ledger.page-altered':
    '条目 {seq} 所在的页与密封时不同，未作任何更改。acta verify --deep 列出受影响的内容；可从备份恢复。',
  'error.ledger.page-malformed':
    '账本中有一页已损坏，未作任何更改。acta verify --deep 列出受影响的内容；可从备份恢复。',
  'error.ledger.strip-altered':
    '条目 {seq} 附近的密封记录与密封时不同，未作任何更改。acta verify --deep 将其列出；可从备份恢复。',
  'error.ledger.strip-malformed': '账本中有密封记录已损坏，未作任何更改。acta verify --deep 将其列出；可从备份恢复。',
  'error.ledger.key-missing':
    '部分记录的密钥不在保管库中，且不是因抹除而销毁。未作任何更改。从备份恢复 keys.db；acta verify --deep 列出这些记录。',
  'error.ledger.wrapped-key-malformed':
    '保管库中有一个密钥已损坏，未作任何更改。从备份恢复 keys.db；acta verify --deep 列出其记录。',
  'error.ledger.wrapped-key-refused':
    '根密钥打不开此保管库的一个密钥：keys.db 已损坏或属于另一个保管库。未作任何更改。从备份恢复。',
  'error.ledger.recovery-code-malformed':
    '这不是恢复码：缺少字符、多出字符或含有未知字符。未作任何更改。逐字核对后重试。',
  'error.ledger.recovery-code-checksum': '恢复码中有字符输错，未作任何更改。逐字核对后重试。',
  'error.ledger.sealed-root-malformed': '密钥的密封副本已损坏，未作任何更改。从备份恢复。',
  'error.ledger.sealed-root-refused': '口令或恢复码打不开密钥，未作任何更改。逐字核对后重试。',
  'error.ledger.object-malformed':
    '有一个密封文件已损坏，未作任何更改。acta verify --deep 指出引用它的记录；可从备份恢复。',
  'error.ledger.object-altered':
    '有一个密封文件与密封时不同，未作任何更改。acta verify --deep 指出引用它的记录；可从备份恢复。',
  'error.ledger.object-truncated':
    '有一个密封文件不完整，未作任何更改。acta verify --deep 指出引用它的记录；可从备份恢复。',
  'error.ledger.size-changed': 'Acta 写入期间账本变长。已确认的内容安全。停止另一个 Acta，再重新运行此命令。',
  'error.ledger.bundle-missing': '账本缺失部分承诺值，未追加任何内容。acta verify 将其列出；可从备份恢复。',
  'error.ledger.tile-missing': '账本缺失部分哈希值，未追加任何内容。acta verify 将其列出；可从备份恢复。',
  'error.ledger.root-mismatch':
    '{size} 个条目的账本算不出应有的根：其中有内容被改动。不再追加。保持保管库原样，运行 acta verify --deep。',
  'error.ledger.log-halted':
    '账本已停止，因为读回的内容与写入的不同。此前已确认的内容安全。先运行 acta verify --deep。',
  'error.ledger.checkpoint-missing': '账本尚无已签名的检查点，无法据此证明任何内容。先导入内容，或运行 acta verify。',
  'error.ledger.checkpoint-refused':
    '最新检查点的签名不属于此保管库，未作任何更改。acta verify 给出详情；检查点可从备份恢复。',
  'error.ledger.checkpoint-ahead':
    '账本比已签名的短（此处有 {size} 个条目）：有条目缺失。未作任何更改。acta verify 将其列出；可从备份恢复。',
  'error.ledger.not-published': '此记录尚未纳入已签名的检查点；已纳入 {size} 个条目。待写入者完成后重新运行此命令。',
  'error.ledger.vkey-malformed': '这不是账本的公钥。写法为一行 NAME+HASH+KEY，如 log.vkey。',
  'error.internal': 'Acta 遇到未知故障（{kind}）。已确认的内容没有丢失。加上 ACTA_DEBUG=1 重新运行，可查看代码位置。',
};
