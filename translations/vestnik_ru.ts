<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>This value cannot be used: %1.</source>
        <translation>Это значение не подходит: %1.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Исправьте его и повторите.</translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>Не найдено: %1.</translation>
    </message>
    <message>
        <source>The name of the server %1 could not be resolved.</source>
        <translation>Не удалось найти сервер %1 по имени.</translation>
    </message>
    <message>
        <source>Check the internet connection, the DNS and the proxy in Settings.</source>
        <translation>Проверьте подключение к интернету, DNS и прокси в настройках.</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>Нет связи с %1.</translation>
    </message>
    <message>
        <source>Check the internet connection and the proxy in Settings; the next run tries again.</source>
        <translation>Проверьте подключение к интернету и прокси в настройках; следующий запуск повторит попытку.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut.</source>
        <translation>Соединение с %1 оборвалось.</translation>
    </message>
    <message>
        <source>The next run tries again.</source>
        <translation>Следующий запуск повторит попытку.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>Нет ответа вовремя: %1.</translation>
    </message>
    <message>
        <source>The next run tries again; the time limit is in Settings.</source>
        <translation>Следующий запуск повторит попытку; предел времени задаётся в настройках.</translation>
    </message>
    <message>
        <source>The secure connection to %1 could not be made.</source>
        <translation>Не удалось установить защищённое соединение с %1.</translation>
    </message>
    <message>
        <source>Check the computer's clock and the proxy; somebody may be intercepting the connection.</source>
        <translation>Проверьте часы компьютера и прокси; возможно, соединение перехватывают.</translation>
    </message>
    <message>
        <source>The proxy %1 does not work.</source>
        <translation>Прокси %1 не работает.</translation>
    </message>
    <message>
        <source>Check its address, port and password in Settings and press Test.</source>
        <translation>Проверьте его адрес, порт и пароль в настройках и нажмите «Проверить».</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation>Слишком много запросов: %1 просит реже.</translation>
    </message>
    <message>
        <source>Vestnik waits as long as it was told; lower the requests per second in Settings if this repeats.</source>
        <translation>Vestnik ждёт столько, сколько просили; если это повторяется, уменьшите число запросов в секунду в настройках.</translation>
    </message>
    <message>
        <source>%1 has an internal error.</source>
        <translation>Внутренняя ошибка сервера %1.</translation>
    </message>
    <message>
        <source>%1 refused the request.</source>
        <translation>Запрос отклонён: %1.</translation>
    </message>
    <message>
        <source>Open the channel in a browser to see what the site says.</source>
        <translation>Откройте канал в браузере, чтобы увидеть ответ сайта.</translation>
    </message>
    <message>
        <source>%1 sends requests around in a circle.</source>
        <translation>Перенаправления по кругу: %1.</translation>
    </message>
    <message>
        <source>Check the address of the web preview in Settings.</source>
        <translation>Проверьте адрес веб-просмотра в настройках.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than allowed.</source>
        <translation>Ответ больше допустимого: %1.</translation>
    </message>
    <message>
        <source>Nothing was stored of it; the next run tries again.</source>
        <translation>Ничего из него не сохранено; следующий запуск повторит попытку.</translation>
    </message>
    <message>
        <source>The answer of %1 arrived damaged.</source>
        <translation>Ответ пришёл повреждённым: %1.</translation>
    </message>
    <message>
        <source>The answer of %1 broke off.</source>
        <translation>Ответ оборвался: %1.</translation>
    </message>
    <message>
        <source>%1 failed several times in a row and is left alone for a while.</source>
        <translation>Несколько сбоев подряд, делаем паузу: %1.</translation>
    </message>
    <message>
        <source>Vestnik tries again by itself.</source>
        <translation>Vestnik сам повторит попытку.</translation>
    </message>
    <message>
        <source>The channel %1 has no web preview.</source>
        <translation>У канала %1 нет веб-просмотра.</translation>
    </message>
    <message>
        <source>Its owner switched the preview off; it can be read only through a Telegram account.</source>
        <translation>Владелец отключил веб-просмотр; канал можно читать только через аккаунт Telegram.</translation>
    </message>
    <message>
        <source>%1 is a group, not a channel.</source>
        <translation>%1 — группа, а не канал.</translation>
    </message>
    <message>
        <source>Groups have no web preview; remove it from the list.</source>
        <translation>У групп нет веб-просмотра; удалите её из списка.</translation>
    </message>
    <message>
        <source>%1 is a person, not a channel.</source>
        <translation>%1 — пользователь, а не канал.</translation>
    </message>
    <message>
        <source>Remove it from the list.</source>
        <translation>Удалите это имя из списка.</translation>
    </message>
    <message>
        <source>%1 is a bot, not a channel.</source>
        <translation>%1 — бот, а не канал.</translation>
    </message>
    <message>
        <source>There is no channel named %1.</source>
        <translation>Канала с именем %1 нет.</translation>
    </message>
    <message>
        <source>Check the spelling; the channel may have been renamed or deleted.</source>
        <translation>Проверьте написание; возможно, канал переименован или удалён.</translation>
    </message>
    <message>
        <source>Telegram answers for %1 with empty pages: it limits this computer for now.</source>
        <translation>На запросы %1 Telegram отвечает пустыми страницами: пока он ограничивает этот компьютер.</translation>
    </message>
    <message>
        <source>Nothing is lost. Lower the requests per second in Settings; the next run tries again.</source>
        <translation>Ничего не потеряно. Уменьшите число запросов в секунду в настройках; следующий запуск повторит попытку.</translation>
    </message>
    <message>
        <source>The answer for %1 is not a page of Telegram.</source>
        <translation>Ответ для %1 — не страница Telegram.</translation>
    </message>
    <message>
        <source>Check the address of the web preview; a provider or a proxy may be replacing pages.</source>
        <translation>Проверьте адрес веб-просмотра; возможно, страницы подменяет провайдер или прокси.</translation>
    </message>
    <message>
        <source>The pages of %1 repeat themselves.</source>
        <translation>Страницы %1 повторяются.</translation>
    </message>
    <message>
        <source>What was read is stored; the next run tries again.</source>
        <translation>Прочитанное сохранено; следующий запуск повторит попытку.</translation>
    </message>
    <message>
        <source>A page of %1 could not be read.</source>
        <translation>Не удалось разобрать страницу %1.</translation>
    </message>
    <message>
        <source>The page is kept in the folder "study" of the data directory; please report it.</source>
        <translation>Страница сохранена в папке «study» внутри папки данных; сообщите о ней разработчикам.</translation>
    </message>
    <message>
        <source>The database %1 could not be opened.</source>
        <translation>Не удалось открыть базу данных %1.</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written.</source>
        <translation>Проверьте, что папка существует и доступна для записи.</translation>
    </message>
    <message>
        <source>The database %1 is damaged.</source>
        <translation>База данных %1 повреждена.</translation>
    </message>
    <message>
        <source>Vestnik does not write to it. Copy the file, then restore a backup or start with another data directory.</source>
        <translation>Vestnik в неё не пишет. Скопируйте файл, затем восстановите резервную копию или запустите программу с другой папкой данных.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written.</source>
        <translation>Запись в базу данных %1 невозможна.</translation>
    </message>
    <message>
        <source>Make the file and its folder writable; what is stored can still be read.</source>
        <translation>Разрешите запись в файл и его папку; сохранённое по-прежнему можно читать.</translation>
    </message>
    <message>
        <source>There is no space left for the database %1.</source>
        <translation>Нет места на диске для базы данных %1.</translation>
    </message>
    <message>
        <source>Free some space; Vestnik then goes on by itself, and nothing that was stored is lost.</source>
        <translation>Освободите место, и Vestnik продолжит сам; ничего из сохранённого не потеряно.</translation>
    </message>
    <message>
        <source>The database %1 is used by another program.</source>
        <translation>Базу данных %1 использует другая программа.</translation>
    </message>
    <message>
        <source>Close the other program and try again.</source>
        <translation>Закройте другую программу и повторите.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Vestnik.</source>
        <translation>База данных %1 создана более новой версией Vestnik.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Установите новую версию.</translation>
    </message>
    <message>
        <source>This address of a database is not supported: %1.</source>
        <translation>Такой адрес базы данных не поддерживается: %1.</translation>
    </message>
    <message>
        <source>The database reported an error: %1.</source>
        <translation>База данных сообщила об ошибке: %1.</translation>
    </message>
    <message>
        <source>See the log; nothing that was stored before is lost.</source>
        <translation>Подробности в журнале; сохранённое ранее не потеряно.</translation>
    </message>
    <message>
        <source>The data directory is held by another Vestnik: %1.</source>
        <translation>Папку данных использует другой Vestnik: %1.</translation>
    </message>
    <message>
        <source>Use that one, or choose another data directory.</source>
        <translation>Работайте в нём или выберите другую папку данных.</translation>
    </message>
    <message>
        <source>The data directory cannot be used: %1.</source>
        <translation>Папку данных нельзя использовать: %1.</translation>
    </message>
    <message>
        <source>Choose a folder that may be written.</source>
        <translation>Выберите папку, доступную для записи.</translation>
    </message>
    <message>
        <source>The file %1 could not be read or written.</source>
        <translation>Не удалось прочитать или записать файл %1.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may open it.</source>
        <translation>Проверьте, что он существует и у вас есть к нему доступ.</translation>
    </message>
    <message>
        <source>The file %1 is too large.</source>
        <translation>Файл %1 слишком большой.</translation>
    </message>
    <message>
        <source>Split it into smaller ones.</source>
        <translation>Разделите его на части.</translation>
    </message>
    <message>
        <source>The settings file %1 was damaged.</source>
        <translation>Файл настроек %1 был повреждён.</translation>
    </message>
    <message>
        <source>The last good copy was taken.</source>
        <translation>Взята последняя исправная копия.</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>Движок не работает.</translation>
    </message>
    <message>
        <source>Restart Vestnik.</source>
        <translation>Перезапустите Vestnik.</translation>
    </message>
    <message>
        <source>Something unexpected happened: %1.</source>
        <translation>Произошло непредвиденное: %1.</translation>
    </message>
    <message>
        <source>See the log; please report it.</source>
        <translation>Подробности в журнале; сообщите о них разработчикам.</translation>
    </message>
    <message>
        <source>Use sqlite:/// and the path of a file, or postgresql://user@host/database; in a password write %40 for @, %3A for : and %2F for /.</source>
        <translation>Укажите sqlite:/// и путь к файлу или postgresql://user@host/database; в пароле пишите %40 вместо @, %3A вместо : и %2F вместо /.</translation>
    </message>
    <message>
        <source>The server of the database %1 does not answer.</source>
        <translation>Сервер базы данных %1 не отвечает.</translation>
    </message>
    <message>
        <source>Check that PostgreSQL is running there, the address, the port and the firewall.</source>
        <translation>Проверьте, что PostgreSQL там запущен, адрес, порт и межсетевой экран.</translation>
    </message>
    <message>
        <source>The server of the database %1 was not found: its name is not known.</source>
        <translation>Сервер базы данных %1 не найден: его имя неизвестно.</translation>
    </message>
    <message>
        <source>Check the spelling of the server's name, the network and the DNS.</source>
        <translation>Проверьте имя сервера, сеть и DNS.</translation>
    </message>
    <message>
        <source>The server refused the user or the password for the database %1.</source>
        <translation>Сервер не принял пользователя или пароль для базы данных %1.</translation>
    </message>
    <message>
        <source>Check the name of the user and the password (in the address, PGPASSWORD or ~/.pgpass), and that the server's pg_hba.conf lets this computer in.</source>
        <translation>Проверьте имя пользователя и пароль (в адресе, PGPASSWORD или ~/.pgpass) и что pg_hba.conf сервера пускает этот компьютер.</translation>
    </message>
    <message>
        <source>There is no database %1 on the server.</source>
        <translation>Базы данных %1 на сервере нет.</translation>
    </message>
    <message>
        <source>Create it (createdb), or correct its name in the address.</source>
        <translation>Создайте её (createdb) или исправьте имя в адресе.</translation>
    </message>
    <message>
        <source>The user has not the rights that Vestnik needs in the database %1.</source>
        <translation>У пользователя нет нужных Vestnik прав в базе данных %1.</translation>
    </message>
    <message>
        <source>Make the user the owner of the database, or grant CREATE and USAGE on its schema.</source>
        <translation>Сделайте пользователя владельцем базы или дайте ему CREATE и USAGE на её схему.</translation>
    </message>
    <message>
        <source>The server of the database %1 is too old.</source>
        <translation>Сервер базы данных %1 слишком старый.</translation>
    </message>
    <message>
        <source>PostgreSQL 13 or newer is needed.</source>
        <translation>Нужен PostgreSQL 13 или новее.</translation>
    </message>
    <message>
        <source>An encrypted connection to the database %1 could not be made.</source>
        <translation>Не удалось установить шифрованное соединение с базой данных %1.</translation>
    </message>
    <message>
        <source>Check whether the server offers TLS and demands it, and sslmode and the certificates in the address.</source>
        <translation>Проверьте, предлагает ли и требует ли сервер TLS, а также sslmode и сертификаты в адресе.</translation>
    </message>
    <message>
        <source>Another Vestnik writes to the database %1.</source>
        <translation>В базу данных %1 пишет другой Vestnik.</translation>
    </message>
    <message>
        <source>Stop the other one, or give this one a database of its own; what is stored can still be read.</source>
        <translation>Остановите его или дайте этому свою базу; сохранённое по-прежнему можно читать.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost.</source>
        <translation>Соединение с базой данных %1 потеряно.</translation>
    </message>
    <message>
        <source>Vestnik keeps what it has fetched and tries again by itself; check the server if this lasts.</source>
        <translation>Vestnik хранит полученное и сам повторит попытку; если это затянется, проверьте сервер.</translation>
    </message>
    <message>
        <source>The program %1 is not installed.</source>
        <translation>Программа %1 не установлена.</translation>
    </message>
    <message>
        <source>Install the client programs of PostgreSQL (package postgresql-client).</source>
        <translation>Установите клиентские программы PostgreSQL (пакет postgresql-client).</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>Video message</source>
        <translation>Видеосообщение</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Голосовое сообщение</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Аудио</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Опрос</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Стикер</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Геопозиция</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Something that was not shown</source>
        <translation>Не показано в вебе</translation>
    </message>
    <message>
        <source>Forwarded from</source>
        <translation>Переслано из</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation>В ответ на</translation>
    </message>
    <message>
        <source>Views:</source>
        <translation>Просмотры:</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>deleted, seen</source>
        <translation>удалено, замечено</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>в избранном</translation>
    </message>
    <message>
        <source>Posts of Telegram channels</source>
        <translation>Посты каналов Telegram</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>Каналы:</translation>
    </message>
    <message>
        <source>Search:</source>
        <translation>Поиск:</translation>
    </message>
    <message>
        <source>Exported:</source>
        <translation>Экспортировано:</translation>
    </message>
    <message>
        <source>Time zone:</source>
        <translation>Часовой пояс:</translation>
    </message>
    <message>
        <source>Posts:</source>
        <translation>Постов:</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Vestnik %1 started; data directory %2.</source>
        <translation>Vestnik %1 запущен; папка данных: %2.</translation>
    </message>
    <message>
        <source>Vestnik is closing.</source>
        <translation>Vestnik завершает работу.</translation>
    </message>
    <message>
        <source>Scheduler is stopping.</source>
        <translation>Планировщик останавливается.</translation>
    </message>
    <message>
        <source>Scheduler stopped.</source>
        <translation>Планировщик остановлен.</translation>
    </message>
    <message>
        <source>Run %1 started: %2 channels.</source>
        <translation>Запуск %1 начат, каналов: %2.</translation>
    </message>
    <message>
        <source>Run %1 finished: %2 posts added, %3 updated, %4 channels failed.</source>
        <translation>Запуск %1 завершён. Добавлено постов: %2, обновлено: %3, каналов со сбоями: %4.</translation>
    </message>
    <message>
        <source>Run %1 was stopped: %2 posts added.</source>
        <translation>Запуск %1 остановлен. Добавлено постов: %2.</translation>
    </message>
    <message>
        <source>A run was due but run %1 is still going; skipped.</source>
        <translation>Подошло время запуска, но запуск %1 ещё идёт; пропущено.</translation>
    </message>
    <message>
        <source>Run %1 was interrupted when the program ended; the next run reads what it left out.</source>
        <translation>Запуск %1 оборвался при завершении программы; следующий запуск прочитает пропущенное.</translation>
    </message>
    <message>
        <source>Channel added.</source>
        <translation>Канал добавлен.</translation>
    </message>
    <message>
        <source>Channel removed from the list; its posts are kept.</source>
        <translation>Канал удалён из списка; его посты сохранены.</translation>
    </message>
    <message>
        <source>Channel is back in the list.</source>
        <translation>Канал возвращён в список.</translation>
    </message>
    <message>
        <source>%1 posts added, %2 updated.</source>
        <translation>Добавлено постов: %1, обновлено: %2.</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>Не удалось прочитать.</translation>
    </message>
    <message>
        <source>The channel was renamed; it was @%1.</source>
        <translation>Канал переименован; раньше был @%1.</translation>
    </message>
    <message>
        <source>Older history was asked for.</source>
        <translation>Запрошена история.</translation>
    </message>
    <message>
        <source>Older history is complete.</source>
        <translation>История прочитана полностью.</translation>
    </message>
    <message>
        <source>Messages %1 to %2 were left out by an earlier run; reading them now.</source>
        <translation>Сообщения с %1 по %2 пропущены прошлым запуском; читаем их сейчас.</translation>
    </message>
    <message>
        <source>%1 posts of a page could not be read; the page is kept in %2.</source>
        <translation>Не удалось разобрать постов на странице: %1; страница сохранена в %2.</translation>
    </message>
    <message>
        <source>The page holds what Vestnik does not know yet: %1.</source>
        <translation>На странице есть то, чего Vestnik ещё не знает: %1.</translation>
    </message>
    <message>
        <source>Told to wait: %1 s.</source>
        <translation>Просят подождать: %1 с.</translation>
    </message>
    <message>
        <source>Failed several times in a row; left alone for %1 s.</source>
        <translation>Несколько сбоев подряд; пауза на %1 с.</translation>
    </message>
    <message>
        <source>Answers again.</source>
        <translation>Снова отвечает.</translation>
    </message>
    <message>
        <source>Database opened: %1.</source>
        <translation>База данных открыта: %1.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>The database can be written again.</source>
        <translation>Запись в базу данных снова возможна.</translation>
    </message>
    <message>
        <source>Settings changed: %1.</source>
        <translation>Настройки изменены: %1.</translation>
    </message>
    <message>
        <source>The settings file was damaged; the last good copy was taken.</source>
        <translation>Файл настроек был повреждён; взята последняя исправная копия.</translation>
    </message>
    <message>
        <source>The database is away; what was fetched is kept, trying again until it is back.</source>
        <translation>База данных недоступна; полученное сохранено, попытки повторяются, пока она не вернётся.</translation>
    </message>
    <message>
        <source>Stopped while the database was away: pages that were fetched could not be stored; the next run reads them again.</source>
        <translation>Остановлено, пока база данных была недоступна: полученные страницы не удалось сохранить; следующий запуск прочитает их снова.</translation>
    </message>
    <message>
        <source>Scheduler started; jobs that run by themselves: %1.</source>
        <translation>Планировщик запущен; заданий, выполняемых автоматически: %1.</translation>
    </message>
    <message>
        <source>Runs missed: %1, made up for: %2. The history of runs says why.</source>
        <translation>Пропущено запусков: %1, наверстано: %2. Причина указана в истории запусков.</translation>
    </message>
    <message>
        <source>A run was due but run %1 waits already; skipped.</source>
        <translation>Подошло время запуска, но запуск %1 уже ждёт; пропущено.</translation>
    </message>
    <message>
        <source>Run %1 failed; trying again in %2 s.</source>
        <translation>Запуск %1 не удался; повтор через %2 с.</translation>
    </message>
    <message>
        <source>Run %1 took longer than %2 s and is being stopped.</source>
        <translation>Запуск %1 длится дольше %2 с и останавливается.</translation>
    </message>
    <message>
        <source>Runs that are due cannot be written to the database and do not begin.</source>
        <translation>Запуски, время которых подошло, не удаётся записать в базу данных; они не начинаются.</translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message>
        <source>none was made up for</source>
        <comment>end of a sentence about missed runs</comment>
        <translation>ни один не навёрстан</translation>
    </message>
    <message>
        <source>ran once</source>
        <comment>end of a sentence about missed runs</comment>
        <translation>выполнен один раз</translation>
    </message>
    <message numerus="yes">
        <source>ran %Ln times</source>
        <comment>end of a sentence about missed runs</comment>
        <translation>
            <numerusform>выполнен %Ln раз</numerusform>
            <numerusform>выполнено %Ln раза</numerusform>
            <numerusform>выполнено %Ln раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while asleep %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation>
            <numerusform>Пропущен %Ln запуск: компьютер спал %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запуска: компьютер спал %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запусков: компьютер спал %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while the program was closed %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation>
            <numerusform>Пропущен %Ln запуск: программа была закрыта %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запуска: программа была закрыта %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запусков: программа была закрыта %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln because the clock was set forward %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation>
            <numerusform>Пропущен %Ln запуск: часы перевели вперёд %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запуска: часы перевели вперёд %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запусков: часы перевели вперёд %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while the database was away %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation>
            <numerusform>Пропущен %Ln запуск: база данных была недоступна %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запуска: база данных была недоступна %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запусков: база данных была недоступна %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while the computer was too busy %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation>
            <numerusform>Пропущен %Ln запуск: компьютер был слишком занят %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запуска: компьютер был слишком занят %1, %2.</numerusform>
            <numerusform>Пропущено %Ln запусков: компьютер был слишком занят %1, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1 was still going.</source>
        <translation>Запуск %1 ещё шёл.</translation>
    </message>
    <message>
        <source>Run %1 was waiting already.</source>
        <translation>Запуск %1 уже ждал своей очереди.</translation>
    </message>
    <message>
        <source>Run %1 was reading these channels already.</source>
        <translation>Эти каналы уже читал запуск %1.</translation>
    </message>
    <message>
        <source>There was nothing to do.</source>
        <translation>Делать было нечего.</translation>
    </message>
    <message numerus="yes">
        <source>Catches up for %Ln missed.</source>
        <comment>runs</comment>
        <translation>
            <numerusform>Навёрстывает %Ln пропущенный запуск.</numerusform>
            <numerusform>Навёрстывает %Ln пропущенных запуска.</numerusform>
            <numerusform>Навёрстывает %Ln пропущенных запусков.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try %1 after run %2 failed.</source>
        <translation>Попытка %1 после сбоя запуска %2.</translation>
    </message>
    <message>
        <source>Goes on with run %1, which was interrupted.</source>
        <translation>Продолжает прерванный запуск %1.</translation>
    </message>
    <message>
        <source>Reads the failed channels of run %1 again.</source>
        <translation>Снова читает каналы, которые не удались в запуске %1.</translation>
    </message>
    <message>
        <source>Stopped after %1: time limit.</source>
        <translation>Остановлен через %1: предел времени.</translation>
    </message>
    <message>
        <source>Run %1 took its place.</source>
        <translation>Его сменил запуск %1.</translation>
    </message>
    <message>
        <source>The scheduler was stopped.</source>
        <translation>Планировщик был остановлен.</translation>
    </message>
    <message>
        <source>The job was removed.</source>
        <translation>Задание удалено.</translation>
    </message>
    <message>
        <source>The job was paused.</source>
        <translation>Задание приостановлено.</translation>
    </message>
    <message>
        <source>Parse channels</source>
        <comment>kind of job</comment>
        <translation>Чтение каналов</translation>
    </message>
    <message>
        <source>Re-check edits</source>
        <comment>kind of job</comment>
        <translation>Проверка правок</translation>
    </message>
    <message>
        <source>Remove old posts</source>
        <comment>kind of job</comment>
        <translation>Удаление старых постов</translation>
    </message>
    <message>
        <source>Back up</source>
        <comment>kind of job</comment>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Export posts</source>
        <comment>kind of job</comment>
        <translation>Экспорт постов</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>The quotation mark is not closed: everything after it counts as the phrase.</source>
        <translation>Кавычка не закрыта: всё после неё считается фразой.</translation>
    </message>
    <message>
        <source>The parenthesis is not closed: the group goes on to the end.</source>
        <translation>Скобка не закрыта: группа продолжается до конца.</translation>
    </message>
    <message>
        <source>This parenthesis has no partner and is left out.</source>
        <translation>У этой скобки нет пары, она пропущена.</translation>
    </message>
    <message>
        <source>A value is missing after "%1:".</source>
        <translation>После «%1:» нет значения.</translation>
    </message>
    <message>
        <source>There is no filter "%1:": it is searched as words.</source>
        <translation>Фильтра «%1:» нет: он ищется как слова.</translation>
    </message>
    <message>
        <source>This filter has no value "%1": it is left out.</source>
        <translation>У этого фильтра нет значения «%1»: он пропущен.</translation>
    </message>
    <message>
        <source>"%1" is no date. Dates look like 2026-05-20, 20.05.2026, 2026-05, today, yesterday, 7d, 2w, 3m, 1y.</source>
        <translation>«%1» — не дата. Даты пишутся так: 2026-05-20, 20.05.2026, 2026-05, today, yesterday, 7d, 2w, 3m, 1y.</translation>
    </message>
    <message>
        <source>"%1" is no number of views. Numbers look like &gt;10000, &gt;=10k, &lt;500, 1000..5000.</source>
        <translation>«%1» — не число просмотров. Числа пишутся так: &gt;10000, &gt;=10k, &lt;500, 1000..5000.</translation>
    </message>
    <message>
        <source>OR needs something to search for on both sides.</source>
        <translation>По обе стороны от OR должно быть то, что искать.</translation>
    </message>
    <message>
        <source>A minus excludes what follows it without a space; here nothing follows.</source>
        <translation>Минус исключает то, что стоит сразу за ним; здесь за ним ничего нет.</translation>
    </message>
    <message>
        <source>An asterisk needs letters before it: bank* finds words that begin so.</source>
        <translation>Перед звёздочкой нужны буквы: банк* найдёт слова с таким началом.</translation>
    </message>
    <message>
        <source>The search is too long: the rest of it is left out.</source>
        <translation>Запрос слишком длинный: его конец пропущен.</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>(unknown)</source>
        <comment>what an error concerns</comment>
        <translation>(неизвестно)</translation>
    </message>
    <message>
        <source>Detail</source>
        <comment>level of a log line</comment>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>level of a log line</comment>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>level of a log line</comment>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>level of a log line</comment>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>kind of post</comment>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Album</source>
        <comment>kind of post</comment>
        <translation>Альбом</translation>
    </message>
    <message>
        <source>Service message</source>
        <comment>kind of post</comment>
        <translation>Служебное сообщение</translation>
    </message>
    <message>
        <source>Photo</source>
        <comment>kind of media</comment>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Video</source>
        <comment>kind of media</comment>
        <translation>Видео</translation>
    </message>
    <message>
        <source>GIF</source>
        <comment>kind of media</comment>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Video message</source>
        <comment>kind of media</comment>
        <translation>Видеосообщение</translation>
    </message>
    <message>
        <source>Voice message</source>
        <comment>kind of media</comment>
        <translation>Голосовое сообщение</translation>
    </message>
    <message>
        <source>Audio</source>
        <comment>kind of media</comment>
        <translation>Аудио</translation>
    </message>
    <message>
        <source>File</source>
        <comment>kind of media</comment>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Poll</source>
        <comment>kind of media</comment>
        <translation>Опрос</translation>
    </message>
    <message>
        <source>Sticker</source>
        <comment>kind of media</comment>
        <translation>Стикер</translation>
    </message>
    <message>
        <source>Location</source>
        <comment>kind of media</comment>
        <translation>Геопозиция</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>kind of media</comment>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Not shown on the web</source>
        <comment>kind of media</comment>
        <translation>Не показано в вебе</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>run</comment>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>run</comment>
        <translation>Идёт</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>run</comment>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Partly done</source>
        <comment>run</comment>
        <translation>Частично</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run</comment>
        <translation>Не удался</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>run</comment>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run</comment>
        <translation>Оборван</translation>
    </message>
    <message>
        <source>Schedule</source>
        <comment>who started a run</comment>
        <translation>по расписанию</translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>who started a run</comment>
        <translation>вручную</translation>
    </message>
    <message>
        <source>Command line</source>
        <comment>who started a run</comment>
        <translation>из командной строки</translation>
    </message>
    <message>
        <source>API</source>
        <comment>who started a run</comment>
        <translation>через API</translation>
    </message>
    <message>
        <source>Bot</source>
        <comment>who started a run</comment>
        <translation>через бота</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>channel of a run</comment>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Reading</source>
        <comment>channel of a run</comment>
        <translation>Читается</translation>
    </message>
    <message>
        <source>Good</source>
        <comment>channel of a run</comment>
        <translation>Прочитан</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>channel of a run</comment>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>channel of a run</comment>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Reading now</source>
        <comment>state of a channel</comment>
        <translation>Читается</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of a channel</comment>
        <translation>Приостановлен</translation>
    </message>
    <message>
        <source>Never parsed</source>
        <comment>state of a channel</comment>
        <translation>Ещё не читался</translation>
    </message>
    <message>
        <source>Good</source>
        <comment>state of a channel</comment>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a channel</comment>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Failing: %1</source>
        <comment>state of a channel</comment>
        <translation>Сбой: %1</translation>
    </message>
    <message>
        <source>Failing for %1: %2</source>
        <comment>state of a channel</comment>
        <translation>Сбой уже %1: %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>scheduler</comment>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Starting…</source>
        <comment>scheduler</comment>
        <translation>Запускается…</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>scheduler</comment>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>scheduler</comment>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>scheduler</comment>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>%1 is left alone for %2 after failures.</source>
        <translation>%1: пауза на %2 после сбоев.</translation>
    </message>
    <message>
        <source>%1 asked us to wait: %2 left.</source>
        <translation>%1 просит подождать: осталось %2.</translation>
    </message>
    <message>
        <source>%1 answers again.</source>
        <translation>%1 снова отвечает.</translation>
    </message>
    <message>
        <source>%1K</source>
        <comment>thousands</comment>
        <translation>%1 тыс.</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1B</source>
        <comment>billions</comment>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>duration</comment>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>duration</comment>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>duration</comment>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>never</source>
        <comment>time</comment>
        <translation>никогда</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>time</comment>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>time</comment>
        <translation>вчера</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <comment>time</comment>
        <translation>завтра %1</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run</comment>
        <translation>Пропущен</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run</comment>
        <translation>Не состоялся</translation>
    </message>
</context>
<context>
    <name>TriggerTexts</name>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>how often, time, time</comment>
        <translation>%1 с %2 до %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how often, times of the day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>каждый час</translation>
    </message>
    <message>
        <source>every hour at minutes %1</source>
        <translation>каждый час в минуты %1</translation>
    </message>
    <message>
        <source>every hour at minute %1</source>
        <translation>каждый час на %1-й минуте</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>how often, time of the first in a day</comment>
        <translation>%1 начиная с %2</translation>
    </message>
    <message>
        <source>on weekdays</source>
        <comment>Monday to Friday</comment>
        <translation>по будням</translation>
    </message>
    <message>
        <source>on weekends</source>
        <comment>Saturday and Sunday</comment>
        <translation>по выходным</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>days of the week</comment>
        <translation>по %1</translation>
    </message>
    <message>
        <source>%1 that fall on odd days</source>
        <comment>days of the week</comment>
        <translation>%1 (только нечётные числа)</translation>
    </message>
    <message>
        <source>%1 that fall on even days</source>
        <comment>days of the week</comment>
        <translation>%1 (только чётные числа)</translation>
    </message>
    <message>
        <source>%1 that fall on the %2</source>
        <comment>days of the week, days of the month</comment>
        <translation>%1 (только %2 число)</translation>
    </message>
    <message>
        <source>on odd days</source>
        <translation>по нечётным числам</translation>
    </message>
    <message>
        <source>on even days</source>
        <translation>по чётным числам</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>on which days, months</comment>
        <translation>%1 в %2</translation>
    </message>
    <message>
        <source>on the %1 of each month</source>
        <comment>days</comment>
        <translation>%1 числа каждого месяца</translation>
    </message>
    <message>
        <source>on %1 %2</source>
        <comment>day, month</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>on the %1 of %2</source>
        <comment>days, months</comment>
        <translation>%1 числа %2</translation>
    </message>
    <message>
        <source>on odd days and %1</source>
        <comment>on Mondays</comment>
        <translation>по нечётным числам и %1</translation>
    </message>
    <message>
        <source>on even days and %1</source>
        <comment>on Mondays</comment>
        <translation>по чётным числам и %1</translation>
    </message>
    <message>
        <source>on the %1 and %2</source>
        <comment>days of the month, on Mondays</comment>
        <translation>%1 числа и %2</translation>
    </message>
    <message>
        <source>every day at %1</source>
        <comment>times</comment>
        <translation>каждый день в %1</translation>
    </message>
    <message>
        <source>every day in %1 at %2</source>
        <comment>months, times</comment>
        <translation>каждый день в %1 в %2</translation>
    </message>
    <message>
        <source>every weekday at %1</source>
        <comment>times</comment>
        <translation>каждый будний день в %1</translation>
    </message>
    <message>
        <source>every day except %1 at %2</source>
        <comment>day of the week, times</comment>
        <translation>каждый день, кроме %1, в %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>on which days, times</comment>
        <translation>%1 в %2</translation>
    </message>
    <message>
        <source>at %1 %2</source>
        <comment>times, on which days</comment>
        <translation>в %1 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>how often, months</comment>
        <translation>%1 в %2</translation>
    </message>
    <message>
        <source>%1, except on %2</source>
        <comment>how often, day of the week</comment>
        <translation>%1 (кроме %2)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>how often, on which days</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>каждую минуту</translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>каждую %n минуту</numerusform>
            <numerusform>каждые %n минуты</numerusform>
            <numerusform>каждые %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>каждый %n час</numerusform>
            <numerusform>каждые %n часа</numerusform>
            <numerusform>каждые %n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>minutes: %1</source>
        <comment>of an expression</comment>
        <translation>минуты: %1</translation>
    </message>
    <message>
        <source>all</source>
        <comment>minutes</comment>
        <translation>все</translation>
    </message>
    <message>
        <source>hours: %1</source>
        <comment>of an expression</comment>
        <translation>часы: %1</translation>
    </message>
    <message>
        <source>all</source>
        <comment>hours</comment>
        <translation>все</translation>
    </message>
    <message>
        <source>days of the month: %1</source>
        <comment>of an expression</comment>
        <translation>числа месяца: %1</translation>
    </message>
    <message>
        <source>or days of the week: %1</source>
        <comment>of an expression</comment>
        <translation>или дни недели: %1</translation>
    </message>
    <message>
        <source>days of the week: %1</source>
        <comment>of an expression</comment>
        <translation>дни недели: %1</translation>
    </message>
    <message>
        <source>months: %1</source>
        <comment>of an expression</comment>
        <translation>месяцы: %1</translation>
    </message>
    <message>
        <source>Sundays</source>
        <comment>on ...</comment>
        <translation>воскресеньям</translation>
    </message>
    <message>
        <source>Mondays</source>
        <comment>on ...</comment>
        <translation>понедельникам</translation>
    </message>
    <message>
        <source>Tuesdays</source>
        <comment>on ...</comment>
        <translation>вторникам</translation>
    </message>
    <message>
        <source>Wednesdays</source>
        <comment>on ...</comment>
        <translation>средам</translation>
    </message>
    <message>
        <source>Thursdays</source>
        <comment>on ...</comment>
        <translation>четвергам</translation>
    </message>
    <message>
        <source>Fridays</source>
        <comment>on ...</comment>
        <translation>пятницам</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <comment>on ...</comment>
        <translation>субботам</translation>
    </message>
    <message>
        <source>Sunday</source>
        <comment>except ...</comment>
        <translation>воскресенья</translation>
    </message>
    <message>
        <source>Monday</source>
        <comment>except ...</comment>
        <translation>понедельника</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <comment>except ...</comment>
        <translation>вторника</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <comment>except ...</comment>
        <translation>среды</translation>
    </message>
    <message>
        <source>Thursday</source>
        <comment>except ...</comment>
        <translation>четверга</translation>
    </message>
    <message>
        <source>Friday</source>
        <comment>except ...</comment>
        <translation>пятницы</translation>
    </message>
    <message>
        <source>Saturday</source>
        <comment>except ...</comment>
        <translation>субботы</translation>
    </message>
    <message>
        <source>January</source>
        <comment>in ...</comment>
        <translation>январе</translation>
    </message>
    <message>
        <source>February</source>
        <comment>in ...</comment>
        <translation>феврале</translation>
    </message>
    <message>
        <source>March</source>
        <comment>in ...</comment>
        <translation>марте</translation>
    </message>
    <message>
        <source>April</source>
        <comment>in ...</comment>
        <translation>апреле</translation>
    </message>
    <message>
        <source>May</source>
        <comment>in ...</comment>
        <translation>мае</translation>
    </message>
    <message>
        <source>June</source>
        <comment>in ...</comment>
        <translation>июне</translation>
    </message>
    <message>
        <source>July</source>
        <comment>in ...</comment>
        <translation>июле</translation>
    </message>
    <message>
        <source>August</source>
        <comment>in ...</comment>
        <translation>августе</translation>
    </message>
    <message>
        <source>September</source>
        <comment>in ...</comment>
        <translation>сентябре</translation>
    </message>
    <message>
        <source>October</source>
        <comment>in ...</comment>
        <translation>октябре</translation>
    </message>
    <message>
        <source>November</source>
        <comment>in ...</comment>
        <translation>ноябре</translation>
    </message>
    <message>
        <source>December</source>
        <comment>in ...</comment>
        <translation>декабре</translation>
    </message>
    <message>
        <source>January</source>
        <comment>day and month</comment>
        <translation>января</translation>
    </message>
    <message>
        <source>February</source>
        <comment>day and month</comment>
        <translation>февраля</translation>
    </message>
    <message>
        <source>March</source>
        <comment>day and month</comment>
        <translation>марта</translation>
    </message>
    <message>
        <source>April</source>
        <comment>day and month</comment>
        <translation>апреля</translation>
    </message>
    <message>
        <source>May</source>
        <comment>day and month</comment>
        <translation>мая</translation>
    </message>
    <message>
        <source>June</source>
        <comment>day and month</comment>
        <translation>июня</translation>
    </message>
    <message>
        <source>July</source>
        <comment>day and month</comment>
        <translation>июля</translation>
    </message>
    <message>
        <source>August</source>
        <comment>day and month</comment>
        <translation>августа</translation>
    </message>
    <message>
        <source>September</source>
        <comment>day and month</comment>
        <translation>сентября</translation>
    </message>
    <message>
        <source>October</source>
        <comment>day and month</comment>
        <translation>октября</translation>
    </message>
    <message>
        <source>November</source>
        <comment>day and month</comment>
        <translation>ноября</translation>
    </message>
    <message>
        <source>December</source>
        <comment>day and month</comment>
        <translation>декабря</translation>
    </message>
    <message>
        <source>Moscow time</source>
        <comment>name of a time zone</comment>
        <translation>московское время</translation>
    </message>
    <message>
        <source>Moscow time</source>
        <comment>at the end of a sentence</comment>
        <translation>по московскому времени</translation>
    </message>
    <message>
        <source>Kaliningrad time</source>
        <comment>name of a time zone</comment>
        <translation>калининградское время</translation>
    </message>
    <message>
        <source>Kaliningrad time</source>
        <comment>at the end of a sentence</comment>
        <translation>по калининградскому времени</translation>
    </message>
    <message>
        <source>Samara time</source>
        <comment>name of a time zone</comment>
        <translation>самарское время</translation>
    </message>
    <message>
        <source>Samara time</source>
        <comment>at the end of a sentence</comment>
        <translation>по самарскому времени</translation>
    </message>
    <message>
        <source>Yekaterinburg time</source>
        <comment>name of a time zone</comment>
        <translation>екатеринбургское время</translation>
    </message>
    <message>
        <source>Yekaterinburg time</source>
        <comment>at the end of a sentence</comment>
        <translation>по екатеринбургскому времени</translation>
    </message>
    <message>
        <source>Omsk time</source>
        <comment>name of a time zone</comment>
        <translation>омское время</translation>
    </message>
    <message>
        <source>Omsk time</source>
        <comment>at the end of a sentence</comment>
        <translation>по омскому времени</translation>
    </message>
    <message>
        <source>Novosibirsk time</source>
        <comment>name of a time zone</comment>
        <translation>новосибирское время</translation>
    </message>
    <message>
        <source>Novosibirsk time</source>
        <comment>at the end of a sentence</comment>
        <translation>по новосибирскому времени</translation>
    </message>
    <message>
        <source>Krasnoyarsk time</source>
        <comment>name of a time zone</comment>
        <translation>красноярское время</translation>
    </message>
    <message>
        <source>Krasnoyarsk time</source>
        <comment>at the end of a sentence</comment>
        <translation>по красноярскому времени</translation>
    </message>
    <message>
        <source>Irkutsk time</source>
        <comment>name of a time zone</comment>
        <translation>иркутское время</translation>
    </message>
    <message>
        <source>Irkutsk time</source>
        <comment>at the end of a sentence</comment>
        <translation>по иркутскому времени</translation>
    </message>
    <message>
        <source>Yakutsk time</source>
        <comment>name of a time zone</comment>
        <translation>якутское время</translation>
    </message>
    <message>
        <source>Yakutsk time</source>
        <comment>at the end of a sentence</comment>
        <translation>по якутскому времени</translation>
    </message>
    <message>
        <source>Vladivostok time</source>
        <comment>name of a time zone</comment>
        <translation>владивостокское время</translation>
    </message>
    <message>
        <source>Vladivostok time</source>
        <comment>at the end of a sentence</comment>
        <translation>по владивостокскому времени</translation>
    </message>
    <message>
        <source>Magadan time</source>
        <comment>name of a time zone</comment>
        <translation>магаданское время</translation>
    </message>
    <message>
        <source>Magadan time</source>
        <comment>at the end of a sentence</comment>
        <translation>по магаданскому времени</translation>
    </message>
    <message>
        <source>Kamchatka time</source>
        <comment>name of a time zone</comment>
        <translation>камчатское время</translation>
    </message>
    <message>
        <source>Kamchatka time</source>
        <comment>at the end of a sentence</comment>
        <translation>по камчатскому времени</translation>
    </message>
    <message>
        <source>Kiev time</source>
        <comment>name of a time zone</comment>
        <translation>киевское время</translation>
    </message>
    <message>
        <source>Kiev time</source>
        <comment>at the end of a sentence</comment>
        <translation>по киевскому времени</translation>
    </message>
    <message>
        <source>Minsk time</source>
        <comment>name of a time zone</comment>
        <translation>минское время</translation>
    </message>
    <message>
        <source>Minsk time</source>
        <comment>at the end of a sentence</comment>
        <translation>по минскому времени</translation>
    </message>
    <message>
        <source>Almaty time</source>
        <comment>name of a time zone</comment>
        <translation>алматинское время</translation>
    </message>
    <message>
        <source>Almaty time</source>
        <comment>at the end of a sentence</comment>
        <translation>по алматинскому времени</translation>
    </message>
    <message>
        <source>Berlin time</source>
        <comment>name of a time zone</comment>
        <translation>берлинское время</translation>
    </message>
    <message>
        <source>Berlin time</source>
        <comment>at the end of a sentence</comment>
        <translation>по берлинскому времени</translation>
    </message>
    <message>
        <source>London time</source>
        <comment>name of a time zone</comment>
        <translation>лондонское время</translation>
    </message>
    <message>
        <source>London time</source>
        <comment>at the end of a sentence</comment>
        <translation>по лондонскому времени</translation>
    </message>
    <message>
        <source>New York time</source>
        <comment>name of a time zone</comment>
        <translation>нью-йоркское время</translation>
    </message>
    <message>
        <source>New York time</source>
        <comment>at the end of a sentence</comment>
        <translation>по нью-йоркскому времени</translation>
    </message>
    <message>
        <source>%1st</source>
        <comment>day of a month</comment>
        <translation>%1-го</translation>
    </message>
    <message>
        <source>%1nd</source>
        <comment>day of a month</comment>
        <translation>%1-го</translation>
    </message>
    <message>
        <source>%1rd</source>
        <comment>day of a month</comment>
        <translation>%1-го</translation>
    </message>
    <message>
        <source>%1th</source>
        <comment>day of a month</comment>
        <translation>%1-го</translation>
    </message>
    <message>
        <source>%1st</source>
        <comment>day of a month: that fall on</comment>
        <translation>%1-е</translation>
    </message>
    <message>
        <source>%1nd</source>
        <comment>day of a month: that fall on</comment>
        <translation>%1-е</translation>
    </message>
    <message>
        <source>%1rd</source>
        <comment>day of a month: that fall on</comment>
        <translation>%1-е</translation>
    </message>
    <message>
        <source>%1th</source>
        <comment>day of a month: that fall on</comment>
        <translation>%1-е</translation>
    </message>
    <message>
        <source>UTC</source>
        <comment>at the end of a sentence</comment>
        <translation>по UTC</translation>
    </message>
    <message>
        <source>time of %1</source>
        <comment>at the end of a sentence</comment>
        <translation>по времени %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>list</comment>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>local time</source>
        <comment>name of a time zone</comment>
        <translation>местное время</translation>
    </message>
    <message>
        <source>UTC</source>
        <comment>name of a time zone</comment>
        <translation>UTC</translation>
    </message>
    <message>
        <source>time of %1</source>
        <comment>name of a time zone</comment>
        <translation>время %1</translation>
    </message>
    <message>
        <source>Minute</source>
        <comment>field of an expression</comment>
        <translation>Минута</translation>
    </message>
    <message>
        <source>Hour</source>
        <comment>field of an expression</comment>
        <translation>Час</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <comment>field of an expression</comment>
        <translation>День месяца</translation>
    </message>
    <message>
        <source>Month</source>
        <comment>field of an expression</comment>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Day of the week</source>
        <comment>field of an expression</comment>
        <translation>День недели</translation>
    </message>
    <message>
        <source>Enter an expression: five fields or, for example, @daily.</source>
        <translation>Введите выражение: пять полей или, например, @daily.</translation>
    </message>
    <message>
        <source>The expression is too long.</source>
        <translation>Выражение слишком длинное.</translation>
    </message>
    <message>
        <source>Five fields are needed: minute, hour, day of the month, month, day of the week.</source>
        <translation>Нужно пять полей: минута, час, день месяца, месяц, день недели.</translation>
    </message>
    <message>
        <source>This name is not known. There are @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually.</source>
        <translation>Такого имени нет. Есть @hourly, @daily, @midnight, @weekly, @monthly, @yearly и @annually.</translation>
    </message>
    <message>
        <source>something is missing here.</source>
        <translation>здесь чего-то не хватает.</translation>
    </message>
    <message>
        <source>neither a number nor a month such as jan.</source>
        <translation>не число и не месяц (например, jan).</translation>
    </message>
    <message>
        <source>neither a number nor a day such as mon.</source>
        <translation>не число и не день (например, mon).</translation>
    </message>
    <message>
        <source>this is not a number.</source>
        <translation>это не число.</translation>
    </message>
    <message>
        <source>must be from %1 to %2.</source>
        <translation>допустимо от %1 до %2.</translation>
    </message>
    <message>
        <source>the range runs backwards.</source>
        <translation>диапазон идёт задом наперёд.</translation>
    </message>
    <message>
        <source>a step needs a range or * before it.</source>
        <translation>перед шагом нужен диапазон или *.</translation>
    </message>
    <message>
        <source>the step must be a number from 1 to 9999.</source>
        <translation>шаг должен быть числом от 1 до 9999.</translation>
    </message>
    <message>
        <source>the signs ? L W # H ~ are not supported.</source>
        <translation>знаки ? L W # H ~ не поддерживаются.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field of an expression, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>once on %1 at %2</source>
        <comment>date, time</comment>
        <translation>один раз %1 в %2</translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>каждый %n день</numerusform>
            <numerusform>каждые %n дня</numerusform>
            <numerusform>каждые %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>every second</source>
        <translation>каждую секунду</translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation>
            <numerusform>каждую %n секунду</numerusform>
            <numerusform>каждые %n секунды</numerusform>
            <numerusform>каждые %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>every %1 seconds</source>
        <comment>a fraction</comment>
        <translation>каждые %1 секунды</translation>
    </message>
    <message>
        <source>%1, counted from %2</source>
        <comment>how often, date and time</comment>
        <translation>%1, считая от %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n other windows</source>
        <translation>
            <numerusform>%1; ещё %n окно</numerusform>
            <numerusform>%1; ещё %n окна</numerusform>
            <numerusform>%1; ещё %n окон</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n hours later</source>
        <translation>
            <numerusform>%1, с задержкой до %n часа</numerusform>
            <numerusform>%1, с задержкой до %n часов</numerusform>
            <numerusform>%1, с задержкой до %n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n minutes later</source>
        <translation>
            <numerusform>%1, с задержкой до %n минуты</numerusform>
            <numerusform>%1, с задержкой до %n минут</numerusform>
            <numerusform>%1, с задержкой до %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, up to a minute later</source>
        <comment>when</comment>
        <translation>%1, с задержкой до минуты</translation>
    </message>
    <message>
        <source>%1, up to a second later</source>
        <comment>when</comment>
        <translation>%1, с задержкой до секунды</translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n seconds later</source>
        <translation>
            <numerusform>%1, с задержкой до %n секунды</numerusform>
            <numerusform>%1, с задержкой до %n секунд</numerusform>
            <numerusform>%1, с задержкой до %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>fields of an expression, Moscow time</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how often, windows</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, only %2</source>
        <comment>when, windows</comment>
        <translation>%1, только %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, Moscow time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>vestnik::AboutDialog</name>
    <message>
        <source>About Vestnik</source>
        <translation>О программе Vestnik</translation>
    </message>
    <message>
        <source>Vestnik %1</source>
        <translation>Vestnik %1</translation>
    </message>
    <message>
        <source>A desktop control panel for collectors of public Telegram channels.</source>
        <translation>Панель управления для тех, кто собирает открытые каналы Telegram.</translation>
    </message>
    <message>
        <source>© 2026 The Vestnik developers. Free software under the GNU General Public License, version 3 or later. Vestnik is not connected with Telegram. Qt %1.</source>
        <translation>© 2026 Разработчики Vestnik. Свободная программа под лицензией GNU General Public License версии 3 или новее. Vestnik не связан с Telegram. Qt %1.</translation>
    </message>
</context>
<context>
    <name>vestnik::ActivityPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>No tasks since the start.</source>
        <translation>С запуска задач не было.</translation>
    </message>
</context>
<context>
    <name>vestnik::ActivityRow</name>
    <message>
        <source>Progress of the task</source>
        <translation>Ход задачи</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a task</comment>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a file</comment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>of a task</comment>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Прервано</translation>
    </message>
</context>
<context>
    <name>vestnik::AddChannelsDialog</name>
    <message>
        <source>Add channels</source>
        <translation>Добавить каналы</translation>
    </message>
    <message>
        <source>&amp;Paste names or links of channels, in any form:</source>
        <translation>&amp;Вставьте имена или ссылки каналов в любом виде:</translation>
    </message>
    <message>
        <source>Names or links of channels</source>
        <translation>Имена или ссылки каналов</translation>
    </message>
    <message>
        <source>… or drop a text file here</source>
        <translation>… или перетащите сюда текстовый файл</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Что распознано</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Без папки</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Put them into &amp;folder:</source>
        <translation>Поместить в &amp;папку:</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;Открыть файл…</translation>
    </message>
    <message>
        <source>That is more than 1 MiB of text. Paste it in parts.</source>
        <translation>Это больше 1 МиБ текста. Вставьте его по частям.</translation>
    </message>
    <message>
        <source>Open a list of channels</source>
        <translation>Открыть список каналов</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.md *.html *.json)</source>
        <translation>Списки (*.txt *.csv *.md *.html *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n новый</numerusform>
            <numerusform>%n новых</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the list</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n уже в списке</numerusform>
            <numerusform>%n уже в списке</numerusform>
            <numerusform>%n уже в списке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n повтор</numerusform>
            <numerusform>%n повтора</numerusform>
            <numerusform>%n повторов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n приглашение</numerusform>
            <numerusform>%n приглашения</numerusform>
            <numerusform>%n приглашений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not a channel name</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n не распознано</numerusform>
            <numerusform>%n не распознано</numerusform>
            <numerusform>%n не распознано</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing pasted yet.</source>
        <translation>Пока ничего не вставлено.</translation>
    </message>
    <message>
        <source>No channel names in this text.</source>
        <translation>В этом тексте нет имён каналов.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n channels</source>
        <translation>
            <numerusform>Добавить %n канал</numerusform>
            <numerusform>Добавить %n канала</numerusform>
            <numerusform>Добавить %n каналов</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
</context>
<context>
    <name>vestnik::AddPreviewModel</name>
    <message>
        <source>New</source>
        <comment>pasted name</comment>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Already in the list</source>
        <comment>pasted name</comment>
        <translation>Уже в списке</translation>
    </message>
    <message>
        <source>Twice in this text</source>
        <comment>pasted name</comment>
        <translation>Повтор в этом тексте</translation>
    </message>
    <message>
        <source>Private invite link: needs an account</source>
        <comment>pasted name</comment>
        <translation>Ссылка-приглашение: нужен аккаунт</translation>
    </message>
    <message>
        <source>Not a channel name</source>
        <comment>pasted name</comment>
        <translation>Не имя канала</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>column</comment>
        <translation>Канал</translation>
    </message>
    <message>
        <source>What it is</source>
        <comment>column</comment>
        <translation>Что это</translation>
    </message>
    <message>
        <source>In the text</source>
        <comment>column</comment>
        <translation>В тексте</translation>
    </message>
</context>
<context>
    <name>vestnik::ArgumentsEditor</name>
    <message>
        <source>How far back to re-check</source>
        <translation>За какой срок перепроверять</translation>
    </message>
    <message>
        <source>days</source>
        <comment>unit behind a number</comment>
        <translation>дн.</translation>
    </message>
    <message>
        <source>&amp;How far back</source>
        <translation>&amp;За какой срок</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Папка резервных копий</translation>
    </message>
    <message>
        <source>The data folder</source>
        <translation>Папка данных</translation>
    </message>
    <message>
        <source>Backups that are kept</source>
        <translation>Сколько копий хранить</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Папка</translation>
    </message>
    <message>
        <source>&amp;Backups that are kept</source>
        <translation>С&amp;колько копий хранить</translation>
    </message>
    <message>
        <source>Older ones are removed after a backup that went well.</source>
        <translation>Более старые удаляются после удачного копирования.</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Формат файла</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Книга (XLSX)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Веб-страница (HTML)</translation>
    </message>
    <message>
        <source>Lines of JSON (NDJSON)</source>
        <translation>Строки JSON (NDJSON)</translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation>Папка файла</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>Все публикации</translation>
    </message>
    <message>
        <source>Posts of how many days</source>
        <translation>За сколько дней публикации</translation>
    </message>
    <message>
        <source>All</source>
        <comment>posts of all days</comment>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Name of the f&amp;ile</source>
        <translation>&amp;Имя файла</translation>
    </message>
    <message>
        <source>{date} and {time} become those of the run; the ending is added.</source>
        <translation>{date} и {time} заменяются датой и временем запуска; расширение добавляется само.</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>П&amp;оиск</translation>
    </message>
    <message>
        <source>As in the search field of the Posts page; empty: no condition.</source>
        <translation>Как в поле поиска на странице «Публикации»; пусто — без условий.</translation>
    </message>
    <message>
        <source>Posts of the last da&amp;ys</source>
        <translation>Публикации за последние &amp;дни</translation>
    </message>
</context>
<context>
    <name>vestnik::Attention</name>
    <message>
        <source>Vestnik goes on by itself.</source>
        <translation>Vestnik продолжит сам.</translation>
    </message>
    <message>
        <source>%1 Failing for %2.</source>
        <comment>error sentence, duration</comment>
        <translation>%1 Сбой уже %2.</translation>
    </message>
</context>
<context>
    <name>vestnik::AttentionCard</name>
    <message>
        <source>Retry</source>
        <comment>channel</comment>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>channel</comment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>things that need attention</comment>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::BackupCard</name>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>A backup holds everything: posts, marks, lists. Work goes on meanwhile.</source>
        <translation>В копии всё: посты, пометки, списки. Работа продолжается.</translation>
    </message>
    <message>
        <source>Back Up Now</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Back Up To…</source>
        <translation>Создать в…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Восстановить…</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>&amp;Создать копию</translation>
    </message>
    <message>
        <source>Back Up &amp;To…</source>
        <translation>Создать копию &amp;в…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>Восс&amp;тановить…</translation>
    </message>
    <message>
        <source>Restore This Backup</source>
        <translation>Восстановить эту копию</translation>
    </message>
    <message>
        <source>Keep What Is There</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Создать резервную копию</translation>
    </message>
    <message>
        <source>Backups (*.db *.dump)</source>
        <translation>Резервные копии (*.db *.dump)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Восстановление из копии</translation>
    </message>
    <message>
        <source>%1 takes the place of everything that is stored now. The file is verified first. The present store is kept beside it, and the name of that file stands in the report. Runs stop meanwhile.</source>
        <translation>%1 заменит всё, что хранится сейчас. Сначала файл проверяется. Нынешняя база сохраняется рядом, имя её файла будет в отчёте. Запуски на это время останавливаются.</translation>
    </message>
    <message>
        <source>Made since the start:</source>
        <translation>Созданы с запуска:</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Show %1 in the folder</source>
        <translation>Показать %1 в папке</translation>
    </message>
    <message>
        <source>A backup is being restored.</source>
        <translation>Идёт восстановление из копии.</translation>
    </message>
    <message>
        <source>A backup is being made.</source>
        <translation>Создаётся резервная копия.</translation>
    </message>
    <message>
        <source>Into the folder of backups, named by the time</source>
        <translation>В папку копий, имя по времени</translation>
    </message>
    <message>
        <source>Into a file of your choice</source>
        <translation>В выбранный файл</translation>
    </message>
    <message>
        <source>Go back to a backup; asks before</source>
        <translation>Вернуться к копии; сначала спросит</translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelActions</name>
    <message>
        <source>&amp;Add channels…</source>
        <translation>&amp;Добавить каналы…</translation>
    </message>
    <message>
        <source>&amp;Parse now</source>
        <translation>&amp;Прочитать сейчас</translation>
    </message>
    <message>
        <source>Parse a&amp;ll active</source>
        <translation>Прочитать &amp;все активные</translation>
    </message>
    <message>
        <source>Re&amp;try failing</source>
        <translation>Прочитать каналы со с&amp;боями</translation>
    </message>
    <message>
        <source>Read older &amp;history…</source>
        <translation>Прочитать ис&amp;торию…</translation>
    </message>
    <message>
        <source>A&amp;ctivate</source>
        <translation>&amp;Активировать</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <comment>channel</comment>
        <translation>Прио&amp;становить</translation>
    </message>
    <message>
        <source>&amp;Move to folder…</source>
        <translation>Пере&amp;местить в папку…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Переиме&amp;новать…</translation>
    </message>
    <message>
        <source>&amp;Show posts</source>
        <translation>Пока&amp;зать посты</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>&amp;Открыть в браузере</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Копи&amp;ровать</translation>
    </message>
    <message>
        <source>&amp;Import from file…</source>
        <translation>&amp;Импортировать из файла…</translation>
    </message>
    <message>
        <source>&amp;Export list…</source>
        <translation>&amp;Экспортировать список…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>В&amp;ыделить все</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>Select channels first.</source>
        <translation>Сначала выделите каналы.</translation>
    </message>
    <message>
        <source>There are no channels yet.</source>
        <translation>Каналов пока нет.</translation>
    </message>
    <message>
        <source>No channel is active.</source>
        <translation>Активных каналов нет.</translation>
    </message>
    <message>
        <source>No channel is failing.</source>
        <translation>Каналов со сбоями нет.</translation>
    </message>
    <message>
        <source>All of them are active.</source>
        <translation>Все они активны.</translation>
    </message>
    <message>
        <source>All of them are paused.</source>
        <translation>Все они приостановлены.</translation>
    </message>
    <message>
        <source>Select one channel.</source>
        <translation>Выделите один канал.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n channels at once.</source>
        <translation>
            <numerusform>Не больше %n канала за раз.</numerusform>
            <numerusform>Не больше %n каналов за раз.</numerusform>
            <numerusform>Не больше %n каналов за раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xport posts…</source>
        <translation>Э&amp;кспорт постов…</translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelCommands</name>
    <message numerus="yes">
        <source>%n channels added.</source>
        <translation>
            <numerusform>Добавлен %n канал.</numerusform>
            <numerusform>Добавлено %n канала.</numerusform>
            <numerusform>Добавлено %n каналов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parse now</source>
        <translation>Прочитать сейчас</translation>
    </message>
    <message numerus="yes">
        <source>%n channels activated.</source>
        <translation>
            <numerusform>Активирован %n канал.</numerusform>
            <numerusform>Активировано %n канала.</numerusform>
            <numerusform>Активировано %n каналов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels paused.</source>
        <translation>
            <numerusform>Приостановлен %n канал.</numerusform>
            <numerusform>Приостановлено %n канала.</numerusform>
            <numerusform>Приостановлено %n каналов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Перемещение в папку</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Folder for %n channels (empty: none):</source>
        <translation>
            <numerusform>&amp;Папка для %n канала (пусто — без папки):</numerusform>
            <numerusform>&amp;Папка для %n каналов (пусто — без папки):</numerusform>
            <numerusform>&amp;Папка для %n каналов (пусто — без папки):</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message numerus="yes">
        <source>%n channels taken out of their folder.</source>
        <translation>
            <numerusform>%n канал убран из папки.</numerusform>
            <numerusform>%n канала убраны из папки.</numerusform>
            <numerusform>%n каналов убрано из папки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels moved to “%1”.</source>
        <translation>
            <numerusform>%n канал перемещён в «%1».</numerusform>
            <numerusform>%n канала перемещены в «%1».</numerusform>
            <numerusform>%n каналов перемещено в «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename channel</source>
        <translation>Переименование канала</translation>
    </message>
    <message>
        <source>The channel's &amp;new name on Telegram, after its owner changed it:</source>
        <translation>&amp;Новое имя канала в Telegram, если владелец его сменил:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>This is not a channel name: 3 to 32 Latin letters, digits and “_”.</source>
        <translation>Это не имя канала: нужно от 4 до 32 латинских букв, цифр и «_».</translation>
    </message>
    <message>
        <source>This channel is in the list already.</source>
        <translation>Этот канал уже есть в списке.</translation>
    </message>
    <message>
        <source>@%1 is now @%2.</source>
        <translation>@%1 теперь @%2.</translation>
    </message>
    <message numerus="yes">
        <source>%n channels copied.</source>
        <translation>
            <numerusform>Скопирован %n канал.</numerusform>
            <numerusform>Скопировано %n канала.</numerusform>
            <numerusform>Скопировано %n каналов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n channels</source>
        <translation>
            <numerusform>Экспортировать %n канал</numerusform>
            <numerusform>Экспортировать %n канала</numerusform>
            <numerusform>Экспортировать %n каналов</numerusform>
        </translation>
    </message>
    <message>
        <source>Names, one a line (*.txt)</source>
        <translation>Имена, по одному в строке (*.txt)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n channels written to %1.</source>
        <translation>
            <numerusform>%n канал записан в %1.</numerusform>
            <numerusform>%n канала записаны в %1.</numerusform>
            <numerusform>%n каналов записано в %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import channels</source>
        <translation>Импорт каналов</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.md *.html *.json)</source>
        <translation>Списки (*.txt *.csv *.md *.html *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n channels removed.</source>
        <translation>
            <numerusform>Удалён %n канал.</numerusform>
            <numerusform>Удалено %n канала.</numerusform>
            <numerusform>Удалено %n каналов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelDetails</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Active: parse it with the others</source>
        <translation>Активен: читать вместе с остальными</translation>
    </message>
    <message>
        <source>Show posts</source>
        <translation>Показать посты</translation>
    </message>
    <message>
        <source>Read older history…</source>
        <translation>Прочитать историю…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Last post</source>
        <translation>Последний пост</translation>
    </message>
    <message>
        <source>Last parsed</source>
        <translation>Прочитан</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>Подписчики</translation>
    </message>
    <message>
        <source>Messages read</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлен</translation>
    </message>
    <message>
        <source>Select a channel to see its details.</source>
        <translation>Выделите канал, чтобы увидеть сведения о нём.</translation>
    </message>
    <message>
        <source>%1 · verified by Telegram</source>
        <translation>%1 · подтверждён Telegram</translation>
    </message>
    <message>
        <source>None</source>
        <comment>folder</comment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>%1, unread: %2</source>
        <translation>%1, непрочитанных: %2</translation>
    </message>
    <message>
        <source>No. %1 to %2</source>
        <translation>№ %1–%2</translation>
    </message>
    <message numerus="yes">
        <source>%n channels selected</source>
        <translation>
            <numerusform>Выделен %n канал</numerusform>
            <numerusform>Выделено %n канала</numerusform>
            <numerusform>Выделено %n каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are failing.</source>
        <translation>
            <numerusform>%n из них со сбоем.</numerusform>
            <numerusform>%n из них со сбоями.</numerusform>
            <numerusform>%n из них со сбоями.</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete, back to the first message</source>
        <translation>Вся, с первого сообщения</translation>
    </message>
    <message>
        <source>Older messages were asked for and are being read</source>
        <translation>Более старые сообщения запрошены и читаются</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n older messages are not read</source>
        <translation>
            <numerusform>Не прочитано до %n более старого сообщения</numerusform>
            <numerusform>Не прочитано до %n более старых сообщений</numerusform>
            <numerusform>Не прочитано до %n более старых сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelList</name>
    <message>
        <source>Clear filters</source>
        <translation>Сбросить фильтры</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Найти канал</translation>
    </message>
    <message>
        <source>Which channels</source>
        <translation>Какие каналы</translation>
    </message>
    <message>
        <source>All</source>
        <comment>channels</comment>
        <translation>Все</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>channels</comment>
        <translation>Активные</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>channels</comment>
        <translation>Приостановленные</translation>
    </message>
    <message>
        <source>Failing</source>
        <comment>channels</comment>
        <translation>Со сбоями</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>No channels yet. Paste a list of names or links to begin.</source>
        <translation>Каналов пока нет. Чтобы начать, вставьте список имён или ссылок.</translation>
    </message>
    <message>
        <source>No channel matches the filters.</source>
        <translation>Фильтрам не подходит ни один канал.</translation>
    </message>
    <message>
        <source>The list of channels could not be read.</source>
        <translation>Не удалось прочитать список каналов.</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n канал</numerusform>
            <numerusform>%n канала</numerusform>
            <numerusform>%n каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <comment>channels</comment>
        <translation>
            <numerusform>показан %n</numerusform>
            <numerusform>показано %n</numerusform>
            <numerusform>показано %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>channels</comment>
        <translation>
            <numerusform>выделен %n</numerusform>
            <numerusform>выделено %n</numerusform>
            <numerusform>выделено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Все папки</translation>
    </message>
    <message>
        <source>Without a folder</source>
        <translation>Без папки</translation>
    </message>
    <message>
        <source>Words of the title, the name or the folder</source>
        <translation>Слова из названия, имени или папки</translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelModel</name>
    <message>
        <source>Failing</source>
        <comment>channel</comment>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>channel</comment>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Reading now</source>
        <comment>channel</comment>
        <translation>Читается</translation>
    </message>
    <message>
        <source>Never parsed</source>
        <comment>channel</comment>
        <translation>Ещё не читался</translation>
    </message>
    <message>
        <source>Good</source>
        <comment>channel</comment>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>channel</comment>
        <translation>Приостановлен</translation>
    </message>
    <message>
        <source>%1 · older history pending</source>
        <translation>%1 · ждёт чтения истории</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>channel</comment>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Active: it is parsed with the others</source>
        <translation>Активен: читается вместе с остальными</translation>
    </message>
    <message>
        <source>Paused: it is left out until activated</source>
        <translation>Приостановлен: не читается, пока не активирован</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Channel</source>
        <comment>column</comment>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Folder</source>
        <comment>column</comment>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>column</comment>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Posts</source>
        <comment>column</comment>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Last post</source>
        <comment>column</comment>
        <translation>Последний пост</translation>
    </message>
    <message>
        <source>Last parsed</source>
        <comment>column</comment>
        <translation>Прочитан</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column</comment>
        <translation>Статус</translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelPicker</name>
    <message>
        <source>Find a channel…</source>
        <translation>Найти канал…</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Найти канал</translation>
    </message>
    <message>
        <source>Channels of the job</source>
        <translation>Каналы задания</translation>
    </message>
    <message>
        <source>No channel is chosen yet.</source>
        <translation>Каналы пока не выбраны.</translation>
    </message>
    <message numerus="yes">
        <source>%n channels are chosen.</source>
        <translation>
            <numerusform>Выбран %n канал.</numerusform>
            <numerusform>Выбрано %n канала.</numerusform>
            <numerusform>Выбрано %n каналов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelsPage</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
</context>
<context>
    <name>vestnik::CronField</name>
    <message>
        <source>Cron expression</source>
        <translation>Выражение cron</translation>
    </message>
    <message>
        <source>Five fields: minute, hour, day of month, month, day of week (0 or 7 is Sunday; names as jan and mon).
* each · 1-5 from to · 1,15 both · */10 each tenth
@hourly, @daily, @weekly, @monthly, @yearly
If both days are given, either of them is enough.</source>
        <translation>Пять полей: минута, час, день месяца, месяц, день недели (0 или 7 — воскресенье; имена — jan, mon).
* каждый · 1-5 от и до · 1,15 оба · */10 каждый десятый
@hourly, @daily, @weekly, @monthly, @yearly
Если заданы оба дня, достаточно совпадения одного из них.</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>Синтаксис</translation>
    </message>
    <message>
        <source>How expressions are written</source>
        <translation>Как писать выражения</translation>
    </message>
    <message>
        <source>Common times</source>
        <translation>Обычное время</translation>
    </message>
    <message>
        <source>Common times…</source>
        <translation>Обычное время…</translation>
    </message>
    <message>
        <source>Every full hour</source>
        <translation>Каждый час ровно</translation>
    </message>
    <message>
        <source>Every quarter of an hour</source>
        <translation>Каждые четверть часа</translation>
    </message>
    <message>
        <source>Every day at 08:30</source>
        <translation>Каждый день в 08:30</translation>
    </message>
    <message>
        <source>Every weekday at 08:30</source>
        <translation>По будням в 08:30</translation>
    </message>
    <message>
        <source>Weekdays 08:00–20:00, every half hour</source>
        <translation>По будням 08:00–20:00 каждые полчаса</translation>
    </message>
    <message>
        <source>Every Monday at 09:00</source>
        <translation>По понедельникам в 09:00</translation>
    </message>
    <message>
        <source>Every night at 04:15</source>
        <translation>Каждую ночь в 04:15</translation>
    </message>
    <message>
        <source>The first of each month at 06:00</source>
        <translation>Первого числа месяца в 06:00</translation>
    </message>
</context>
<context>
    <name>vestnik::DatabaseCard</name>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Engine</source>
        <comment>of a database</comment>
        <translation>СУБД</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Свободно на диске</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Wait for the index</source>
        <translation>Ждут индекса</translation>
    </message>
    <message>
        <source>Texts that are being made searchable; search finds them all the same, only slower.</source>
        <translation>Тексты, для которых готовится поиск; они находятся и сейчас, только медленнее.</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Проверить…</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>&amp;Quick Check</source>
        <translation>&amp;Быстрая проверка</translation>
    </message>
    <message>
        <source>&amp;Thorough Check</source>
        <translation>Пол&amp;ная проверка</translation>
    </message>
    <message>
        <source>&amp;Compact the Database</source>
        <translation>С&amp;жать базу данных</translation>
    </message>
    <message>
        <source>Open &amp;Folder of the Database</source>
        <translation>Открыть папку базы &amp;данных</translation>
    </message>
    <message>
        <source>Nothing on this computer opens %1.</source>
        <translation>На этом компьютере нечем открыть %1.</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>free space</comment>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk. When it is full nothing more can be stored: compact, keep posts for a shorter time, or move to another disk.</source>
        <translation>На диске свободно только %1. Когда он заполнится, сохранять станет некуда: сожмите базу, храните посты меньше или перенесите её на другой диск.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>It is going already.</source>
        <translation>Уже выполняется.</translation>
    </message>
    <message>
        <source>Look at the file and the counters, a few seconds</source>
        <translation>Файл и счётчики, несколько секунд</translation>
    </message>
    <message>
        <source>Look at every page and the whole index; may take minutes</source>
        <translation>Каждая страница и весь индекс; может занять минуты</translation>
    </message>
    <message>
        <source>Look for damage and put counters right</source>
        <translation>Найти повреждения и исправить счётчики</translation>
    </message>
    <message>
        <source>Give the space of removed posts back to the disk</source>
        <translation>Вернуть диску место удалённых постов</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>Показать файл в файловом менеджере</translation>
    </message>
    <message>
        <source>The database is on a server.</source>
        <translation>База данных на сервере.</translation>
    </message>
    <message>
        <source>The address is not known yet.</source>
        <translation>Адрес ещё неизвестен.</translation>
    </message>
    <message>
        <source>Compact (frees %1)</source>
        <comment>button</comment>
        <translation>Сжать на %1</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>button</comment>
        <translation>Сжать</translation>
    </message>
</context>
<context>
    <name>vestnik::DatabasePanel</name>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Change the database</source>
        <translation>Сменить базу данных</translation>
    </message>
    <message>
        <source>a file in the data directory</source>
        <translation>файл в папке данных</translation>
    </message>
    <message>
        <source>Set by the environment variable %1.</source>
        <translation>Задано переменной окружения %1.</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Задано в командной строке.</translation>
    </message>
    <message>
        <source>Test, move to or use another database, on the Storage page</source>
        <translation>Проверить другую базу, перенести всё в неё или перейти на неё — на странице «Хранилище»</translation>
    </message>
</context>
<context>
    <name>vestnik::DayBands</name>
    <message>
        <source>Paused until it is resumed: would not run.</source>
        <translation>На паузе до возобновления: запуска не будет.</translation>
    </message>
    <message>
        <source>Paused until %1: would not run.</source>
        <translation>На паузе до %1: запуска не будет.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>time, why</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — outside of the job's time windows: does not run.</source>
        <comment>time</comment>
        <translation>%1 — вне окон времени задания: запуска нет.</translation>
    </message>
    <message>
        <source>They open %1.</source>
        <comment>time</comment>
        <translation>Окно откроется: %1.</translation>
    </message>
    <message>
        <source>Around %1 — %2</source>
        <comment>time, why</comment>
        <translation>Около %1 — %2</translation>
    </message>
    <message>
        <source>%1 — nothing more within a day.</source>
        <comment>time</comment>
        <translation>%1 — в течение суток больше ничего.</translation>
    </message>
    <message>
        <source>%1 — nothing until %2.</source>
        <comment>time, time</comment>
        <translation>%1 — ничего до %2.</translation>
    </message>
    <message>
        <source>Nothing within a day.</source>
        <translation>В течение суток — ничего.</translation>
    </message>
    <message>
        <source>The job is switched off.</source>
        <translation>Задание выключено.</translation>
    </message>
    <message>
        <source>The scheduler is stopped: nothing runs by itself.</source>
        <translation>Планировщик остановлен: само ничего не запускается.</translation>
    </message>
    <message>
        <source>No runs within a day.</source>
        <translation>В течение суток запусков нет.</translation>
    </message>
    <message>
        <source>Runs all the time, every %1.</source>
        <translation>Запускается постоянно, каждые %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs within a day, the first %1.</source>
        <translation>
            <numerusform>%n запуск за сутки, первый — %1.</numerusform>
            <numerusform>%n запуска за сутки, первый — %1.</numerusform>
            <numerusform>%n запусков за сутки, первый — %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Engine thread</source>
        <translation>Поток движка</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Планировщик</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>Папка данных</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Файл журнала</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>%1 (built with %2)</source>
        <translation>%1 (собрано с %2)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Window system</source>
        <translation>Оконная система</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>&amp;Копировать отчёт</translation>
    </message>
    <message>
        <source>Copy everything on this page as text</source>
        <translation>Копировать всё на этой странице как текст</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>Отчёт скопирован.</translation>
    </message>
    <message>
        <source>&amp;Reset Gaps</source>
        <translation>&amp;Сбросить задержки</translation>
    </message>
    <message>
        <source>Measure the longest gaps anew from now on</source>
        <translation>Измерять наибольшие задержки заново, с этого момента</translation>
    </message>
    <message>
        <source>Event loops</source>
        <translation>Циклы событий</translation>
    </message>
    <message>
        <source>A gap is the time in which a loop could not answer. The window stays smooth up to 16 ms. Level 1 is right: more would be a loop inside a loop.</source>
        <translation>Задержка — время, когда цикл не мог ответить. До 16 мс окно остаётся плавным. Уровень 1 — норма: больше означало бы цикл внутри цикла.</translation>
    </message>
    <message>
        <source>alive</source>
        <comment>engine</comment>
        <translation>работает</translation>
    </message>
    <message>
        <source>not running</source>
        <comment>engine</comment>
        <translation>не работает</translation>
    </message>
    <message>
        <source>open, can be written</source>
        <translation>открыто, запись возможна</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>запись невозможна</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>memory</comment>
        <translation>неизвестно</translation>
    </message>
    <message numerus="yes">
        <source>%n requests wait.</source>
        <translation>
            <numerusform>Ждёт %n запрос.</numerusform>
            <numerusform>Ждут %n запроса.</numerusform>
            <numerusform>Ждут %n запросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>none waits, none is paused</source>
        <translation>ни один не ждёт и не на паузе</translation>
    </message>
</context>
<context>
    <name>vestnik::DurationEdit</name>
    <message>
        <source>seconds</source>
        <comment>unit of a time span</comment>
        <translation>секунды</translation>
    </message>
    <message>
        <source>minutes</source>
        <comment>unit of a time span</comment>
        <translation>минуты</translation>
    </message>
    <message>
        <source>hours</source>
        <comment>unit of a time span</comment>
        <translation>часы</translation>
    </message>
    <message>
        <source>days</source>
        <comment>unit of a time span</comment>
        <translation>дни</translation>
    </message>
    <message>
        <source>%1: unit</source>
        <comment>name of a time span</comment>
        <translation>%1: единица</translation>
    </message>
</context>
<context>
    <name>vestnik::ExportDialog</name>
    <message>
        <source>Export Posts</source>
        <translation>Экспорт постов</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспортировать</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что экспортировать</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected posts</source>
        <translation>
            <numerusform>%Ln выделенный пост</numerusform>
            <numerusform>%Ln выделенных поста</numerusform>
            <numerusform>%Ln выделенных постов</numerusform>
        </translation>
    </message>
    <message>
        <source>The posts that the page shows</source>
        <translation>Посты, показанные на странице</translation>
    </message>
    <message>
        <source>The results of the search “%1”</source>
        <translation>Результаты поиска «%1»</translation>
    </message>
    <message>
        <source>One channel</source>
        <translation>Один канал</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Title or name</source>
        <translation>Название или имя</translation>
    </message>
    <message>
        <source>Everything that is stored</source>
        <translation>Всё, что хранится</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>A table for every spreadsheet program; text without formatting</source>
        <translation>Таблица для любой программы таблиц; текст без оформления</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Книга Excel</translation>
    </message>
    <message>
        <source>A table with columns, filters and dates as Excel and LibreOffice have them</source>
        <translation>Таблица со столбцами, фильтрами и датами для Excel и LibreOffice</translation>
    </message>
    <message>
        <source>NDJSON</source>
        <translation>NDJSON</translation>
    </message>
    <message>
        <source>One post a line, complete; for programs, and to import into Vestnik again</source>
        <translation>Пост на строку, целиком; для программ и для импорта в Vestnik</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>One document with all posts, complete; for programs</source>
        <translation>Один документ со всеми постами, целиком; для программ</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Веб-страница</translation>
    </message>
    <message>
        <source>To read in a browser without Vestnik and without a network</source>
        <translation>Читать в браузере без Vestnik и без сети</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Файл для записи</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Экспорт в файл</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a channel.</source>
        <translation>Выберите канал.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Укажите файл.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>Папки %1 нет.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder %1.</source>
        <translation>В папку %1 нельзя записать.</translation>
    </message>
    <message>
        <source>This file exists. It is replaced when everything was written.</source>
        <translation>Такой файл есть. Он будет заменён, когда всё запишется.</translation>
    </message>
    <message>
        <source>Export and Replace</source>
        <translation>Экспортировать с заменой</translation>
    </message>
</context>
<context>
    <name>vestnik::FolderEdit</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбрать папку</translation>
    </message>
</context>
<context>
    <name>vestnik::ForecastDialog</name>
    <message>
        <source>Dry run</source>
        <translation>Пробный запуск</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Новое задание</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Nothing was read, written or removed.</source>
        <translation>Ничего не прочитано, не записано и не удалено.</translation>
    </message>
    <message>
        <source>If it ran now:</source>
        <translation>Если запустить сейчас:</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>Следующие запуски</translation>
    </message>
    <message>
        <source>none</source>
        <comment>next runs</comment>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>vestnik::HistoryDialog</name>
    <message>
        <source>&amp;Everything, back to the first message</source>
        <translation>&amp;Всё, с первого сообщения</translation>
    </message>
    <message>
        <source>The last &amp;days:</source>
        <translation>&amp;Последние дни:</translation>
    </message>
    <message>
        <source>The newest &amp;posts:</source>
        <translation>Последние п&amp;осты:</translation>
    </message>
    <message>
        <source>Read older history</source>
        <translation>Чтение истории</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Число дней</translation>
    </message>
    <message>
        <source>Number of posts in each channel</source>
        <translation>Число постов в каждом канале</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n канал</numerusform>
            <numerusform>%n канала</numerusform>
            <numerusform>%n каналов</numerusform>
        </translation>
    </message>
    <message>
        <source>How far back to read: %1</source>
        <translation>До какого места читать: %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>How long it takes depends on how much was posted in that time. It can be cancelled and goes on later where it stopped.</source>
        <translation>Сколько это займёт, зависит от числа постов за это время. Чтение можно прервать: позже оно продолжится с того же места.</translation>
    </message>
    <message>
        <source>Some of these channels were never parsed: how much there is shows while reading.</source>
        <translation>Часть этих каналов ещё не читалась: объём станет ясен во время чтения.</translation>
    </message>
    <message>
        <source>There is nothing older to read.</source>
        <translation>Более старых сообщений нет.</translation>
    </message>
    <message>
        <source>At most about %1 messages on %2 pages.</source>
        <translation>Примерно до %1 сообщ. на %2 стр.</translation>
    </message>
    <message>
        <source>At most about %1 messages on %2 pages, %3 at the pace of the settings. It can be cancelled and goes on later where it stopped.</source>
        <translation>Примерно до %1 сообщ. на %2 стр., %3 при заданном темпе. Чтение можно прервать: позже оно продолжится с того же места.</translation>
    </message>
</context>
<context>
    <name>vestnik::HoursChart</name>
    <message>
        <source>Posts per hour</source>
        <translation>Посты по часам</translation>
    </message>
    <message numerus="yes">
        <source>At most %n posts in an hour</source>
        <translation>
            <numerusform>Не больше %n поста в час</numerusform>
            <numerusform>Не больше %n постов в час</numerusform>
            <numerusform>Не больше %n постов в час</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1–%2: %n posts</source>
        <translation>
            <numerusform>%1–%2: %n пост</numerusform>
            <numerusform>%1–%2: %n поста</numerusform>
            <numerusform>%1–%2: %n постов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ImportDialog</name>
    <message>
        <source>Import Posts</source>
        <translation>Импорт постов</translation>
    </message>
    <message>
        <source>A file that Vestnik exported (NDJSON), result.json of Telegram Desktop, or the database of the Python programs: a file or a postgresql:// address.</source>
        <translation>Файл, который экспортировал Vestnik (NDJSON), result.json из Telegram Desktop или база программ на Python: файл или адрес postgresql://.</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Откуда</translation>
    </message>
    <message>
        <source>a file, or postgresql://user@host/database</source>
        <translation>файл или postgresql://user@host/database</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Вид источника</translation>
    </message>
    <message>
        <source>Find out by its content</source>
        <translation>Определить по содержимому</translation>
    </message>
    <message>
        <source>NDJSON of Vestnik</source>
        <translation>NDJSON из Vestnik</translation>
    </message>
    <message>
        <source>result.json of Telegram Desktop</source>
        <translation>result.json из Telegram Desktop</translation>
    </message>
    <message>
        <source>Database of the Python programs</source>
        <translation>База программ на Python</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Folder for new channels</source>
        <translation>Папка для новых каналов</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Fol&amp;der for new channels</source>
        <translation>&amp;Папка для новых каналов</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Import from</source>
        <translation>Импорт из файла</translation>
    </message>
    <message>
        <source>Posts and databases (*.ndjson *.jsonl *.json *.db *.sqlite *.sqlite3)</source>
        <translation>Посты и базы (*.ndjson *.jsonl *.json *.db *.sqlite *.sqlite3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a file or type an address.</source>
        <translation>Выберите файл или введите адрес.</translation>
    </message>
    <message>
        <source>Only the database of the Python programs is read from a server.</source>
        <translation>С сервера читается только база программ на Python.</translation>
    </message>
    <message>
        <source>An address begins with postgresql://.</source>
        <translation>Адрес начинается с postgresql://.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>The file %1 may not be read.</source>
        <translation>Файл %1 недоступен для чтения.</translation>
    </message>
    <message>
        <source>The content shows what it is.</source>
        <translation>Вид определится по содержимому.</translation>
    </message>
    <message>
        <source>Posts come with everything that was exported. Lines that cannot be read are skipped and named in the report.</source>
        <translation>Посты переносятся со всем, что было экспортировано. Нечитаемые строки пропускаются и называются в отчёте.</translation>
    </message>
    <message>
        <source>Messages of the channel become posts. Files of the export stay where they are.</source>
        <translation>Сообщения канала становятся постами. Файлы экспорта остаются на месте.</translation>
    </message>
    <message>
        <source>Users, channels, lists and posts are taken over. That database is only read.</source>
        <translation>Переносятся пользователи, каналы, списки и посты. Та база только читается.</translation>
    </message>
    <message>
        <source>Posts that are stored already are not doubled, and nothing that is stored is changed or lost. New channels come into the list. It can be cancelled and done again.</source>
        <translation>Посты, которые уже есть, не удваиваются; сохранённое не меняется и не теряется. Новые каналы попадают в список. Импорт можно прервать и повторить.</translation>
    </message>
</context>
<context>
    <name>vestnik::InfoBar</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>of an error</comment>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::JobActions</name>
    <message>
        <source>&amp;New job…</source>
        <translation>&amp;Новое задание…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Изменить</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>&amp;Запустить сейчас</translation>
    </message>
    <message>
        <source>Dr&amp;y run</source>
        <translation>Про&amp;бный запуск</translation>
    </message>
    <message>
        <source>S&amp;how runs</source>
        <translation>Показать запу&amp;ски</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <comment>job</comment>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>Pause &amp;until</source>
        <translation>Пауза &amp;до</translation>
    </message>
    <message>
        <source>For an &amp;hour</source>
        <translation>На &amp;час</translation>
    </message>
    <message>
        <source>Until to&amp;night, 20:00</source>
        <translation>До &amp;вечера, 20:00</translation>
    </message>
    <message>
        <source>Until to&amp;morrow, 08:00</source>
        <translation>До &amp;завтра, 08:00</translation>
    </message>
    <message>
        <source>Until a &amp;day and time…</source>
        <translation>До &amp;дня и времени…</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>&amp;Возобновить</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>В&amp;ыключить</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Создать копи&amp;ю</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Выделить вс&amp;ё</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>Select jobs first.</source>
        <translation>Сначала выделите задания.</translation>
    </message>
    <message>
        <source>Select one job.</source>
        <translation>Выделите одно задание.</translation>
    </message>
    <message>
        <source>There are no jobs yet.</source>
        <translation>Заданий пока нет.</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>В&amp;ключить</translation>
    </message>
    <message>
        <source>All of them are paused.</source>
        <translation>Все они уже на паузе.</translation>
    </message>
    <message>
        <source>It is later than that.</source>
        <translation>Это время сегодня уже прошло.</translation>
    </message>
    <message>
        <source>None of them is paused.</source>
        <translation>Ни одно из них не на паузе.</translation>
    </message>
</context>
<context>
    <name>vestnik::JobCommands</name>
    <message>
        <source>“%1” was started.</source>
        <comment>job</comment>
        <translation>«%1»: запущено.</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Показать запуски</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were started.</source>
        <translation>
            <numerusform>Запущено %n задание.</numerusform>
            <numerusform>Запущены %n задания.</numerusform>
            <numerusform>Запущено %n заданий.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is paused until %2.</source>
        <translation>«%1»: пауза до %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are paused until %1.</source>
        <translation>
            <numerusform>%n задание на паузе до %1.</numerusform>
            <numerusform>%n задания на паузе до %1.</numerusform>
            <numerusform>%n заданий на паузе до %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>«%1»: пауза.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are paused.</source>
        <translation>
            <numerusform>%n задание на паузе.</numerusform>
            <numerusform>%n задания на паузе.</numerusform>
            <numerusform>%n заданий на паузе.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” goes on.</source>
        <comment>job</comment>
        <translation>«%1»: работа продолжена.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs go on.</source>
        <translation>
            <numerusform>%n задание снова работает.</numerusform>
            <numerusform>%n задания снова работают.</numerusform>
            <numerusform>%n заданий снова работают.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is on.</source>
        <comment>job</comment>
        <translation>«%1»: включено.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are on.</source>
        <translation>
            <numerusform>Включено %n задание.</numerusform>
            <numerusform>Включены %n задания.</numerusform>
            <numerusform>Включено %n заданий.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is off.</source>
        <comment>job</comment>
        <translation>«%1»: выключено.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are off.</source>
        <translation>
            <numerusform>Выключено %n задание.</numerusform>
            <numerusform>Выключены %n задания.</numerusform>
            <numerusform>Выключено %n заданий.</numerusform>
        </translation>
    </message>
    <message>
        <source> (copy)</source>
        <comment>end of a job's name</comment>
        <translation> (копия)</translation>
    </message>
    <message>
        <source> (copy %1)</source>
        <comment>end of a job's name</comment>
        <translation> (копия %1)</translation>
    </message>
    <message>
        <source>“%1” was made; it is off.</source>
        <comment>copy of a job</comment>
        <translation>«%1»: создано, пока выключено.</translation>
    </message>
    <message numerus="yes">
        <source>%n copies were made; they are off.</source>
        <translation>
            <numerusform>Создана %n копия, она выключена.</numerusform>
            <numerusform>Созданы %n копии, они выключены.</numerusform>
            <numerusform>Создано %n копий, они выключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <comment>job</comment>
        <translation>«%1»: удалено.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were deleted.</source>
        <translation>
            <numerusform>Удалено %n задание.</numerusform>
            <numerusform>Удалены %n задания.</numerusform>
            <numerusform>Удалено %n заданий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>vestnik::JobEditor</name>
    <message>
        <source>&amp;On: runs by itself</source>
        <translation>&amp;Включено: запускается само</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Пробный запуск</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>changes of a job</comment>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>a job</comment>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close (Esc); changes are kept</source>
        <translation>Закрыть (Esc); изменения сохранятся как черновик</translation>
    </message>
    <message>
        <source>Close the editor</source>
        <translation>Закрыть редактор</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>Название задания</translation>
    </message>
    <message>
        <source>What the job does</source>
        <translation>Что делает задание</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>Если что-то пойдёт не так</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>What it &amp;does</source>
        <translation>Что &amp;делает</translation>
    </message>
    <message>
        <source>&amp;Works on</source>
        <translation>С чем &amp;работает</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Новое задание</translation>
    </message>
    <message>
        <source>Edit job</source>
        <translation>Изменение задания</translation>
    </message>
    <message>
        <source>Your changes from before; they are not saved yet.</source>
        <translation>Ваши прежние изменения; они ещё не сохранены.</translation>
    </message>
    <message>
        <source>The job was changed elsewhere meanwhile. Saving replaces that.</source>
        <translation>Тем временем задание изменили в другом месте. Сохранение заменит те изменения.</translation>
    </message>
    <message>
        <source>The job was deleted. Saving makes a new one of it.</source>
        <translation>Задание удалено. Сохранение создаст из него новое.</translation>
    </message>
    <message>
        <source>This cannot be used: %1.</source>
        <comment>reason, untranslated</comment>
        <translation>Не подходит: %1.</translation>
    </message>
    <message>
        <source>A job needs a name of 1 to 100 characters.</source>
        <translation>Заданию нужно название от 1 до 100 знаков.</translation>
    </message>
    <message>
        <source>This cannot be used.</source>
        <translation>Не подходит.</translation>
    </message>
    <message>
        <source>Not saved: see the marked field.</source>
        <translation>Не сохранено: см. отмеченное поле.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation>Сохраняется.</translation>
    </message>
    <message>
        <source>Give the job a name.</source>
        <translation>Дайте заданию название.</translation>
    </message>
    <message>
        <source>The times cannot be used: see the marked field.</source>
        <translation>Время задано неверно: см. отмеченное поле.</translation>
    </message>
    <message>
        <source>Choose at least one channel.</source>
        <translation>Выберите хотя бы один канал.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the editor of a job</comment>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>vestnik::JobHeader</name>
    <message>
        <source>now</source>
        <comment>left edge of the next 24 hours</comment>
        <translation>сейчас</translation>
    </message>
</context>
<context>
    <name>vestnik::JobList</name>
    <message>
        <source>Clear filters</source>
        <translation>Сбросить фильтры</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>Найти задание</translation>
    </message>
    <message>
        <source>Words of the name, the kind or the times</source>
        <translation>Слова из названия, вида или времени</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>Which jobs</source>
        <translation>Какие задания</translation>
    </message>
    <message>
        <source>All</source>
        <comment>jobs</comment>
        <translation>Все</translation>
    </message>
    <message>
        <source>On</source>
        <comment>jobs</comment>
        <translation>Включены</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>jobs</comment>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>jobs</comment>
        <translation>Выключены</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>Выполняются</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>jobs</comment>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>No jobs yet. A job says what is done by itself, and when.</source>
        <translation>Заданий пока нет. Задание говорит, что и когда делается само.</translation>
    </message>
    <message>
        <source>No job matches the filters.</source>
        <translation>Фильтрам не соответствует ни одно задание.</translation>
    </message>
    <message>
        <source>The jobs come when the database is open.</source>
        <translation>Задания появятся, когда откроется база данных.</translation>
    </message>
    <message>
        <source>The jobs cannot be shown.</source>
        <translation>Задания не удалось показать.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n задание</numerusform>
            <numerusform>%n задания</numerusform>
            <numerusform>%n заданий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>показано %n</numerusform>
            <numerusform>показано %n</numerusform>
            <numerusform>показано %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>выделено %n</numerusform>
            <numerusform>выделено %n</numerusform>
            <numerusform>выделено %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::JobModel</name>
    <message>
        <source>%1: %2</source>
        <comment>kind of job, what it works on</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Never ran</source>
        <translation>Не запускалось</translation>
    </message>
    <message>
        <source>The job is switched off.</source>
        <translation>Задание выключено.</translation>
    </message>
    <message>
        <source>The job is paused until it is resumed.</source>
        <translation>Задание на паузе до возобновления.</translation>
    </message>
    <message>
        <source>Its trigger has no more times.</source>
        <translation>По расписанию запусков больше не будет.</translation>
    </message>
    <message>
        <source>When the jobs will run in the next 24 hours</source>
        <translation>Когда задания запустятся в ближайшие 24 часа</translation>
    </message>
    <message>
        <source>Job</source>
        <comment>column</comment>
        <translation>Задание</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>When</source>
        <comment>column</comment>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>column of next runs</comment>
        <translation>Следующий</translation>
    </message>
    <message>
        <source>Last</source>
        <comment>column of last runs</comment>
        <translation>Последний</translation>
    </message>
    <message>
        <source>Next 24 hours</source>
        <comment>column</comment>
        <translation>Ближайшие 24 часа</translation>
    </message>
</context>
<context>
    <name>vestnik::JobTexts</name>
    <message>
        <source>Reads what is new in the channels.</source>
        <translation>Читает новое в каналах.</translation>
    </message>
    <message>
        <source>Reads stored posts again, for edits and deletions.</source>
        <translation>Перечитывает сохранённые публикации: правки и удаления.</translation>
    </message>
    <message>
        <source>Removes old posts by the rules of the Storage page.</source>
        <translation>Удаляет старые публикации по правилам страницы «Хранилище».</translation>
    </message>
    <message>
        <source>Writes a copy of the database.</source>
        <translation>Записывает копию базы данных.</translation>
    </message>
    <message>
        <source>Writes posts into a file.</source>
        <translation>Записывает публикации в файл.</translation>
    </message>
    <message>
        <source>into the data folder</source>
        <comment>where a backup goes</comment>
        <translation>в папку данных</translation>
    </message>
    <message>
        <source>all active channels</source>
        <translation>все активные каналы</translation>
    </message>
    <message>
        <source>channels of this user</source>
        <translation>каналы этого пользователя</translation>
    </message>
    <message>
        <source>channels of user %1</source>
        <translation>каналы пользователя %1</translation>
    </message>
    <message>
        <source>channels without a folder</source>
        <translation>каналы без папки</translation>
    </message>
    <message>
        <source>folder “%1”</source>
        <translation>папка «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n канал</numerusform>
            <numerusform>%n канала</numerusform>
            <numerusform>%n каналов</numerusform>
        </translation>
    </message>
    <message>
        <source>Running</source>
        <comment>job</comment>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>On</source>
        <comment>job</comment>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>job</comment>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>job</comment>
        <translation>Выкл.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n запуск</numerusform>
            <numerusform>%n запуска</numerusform>
            <numerusform>%n запусков</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>paused</comment>
        <translation>до %1</translation>
    </message>
    <message>
        <source>until resumed</source>
        <comment>paused</comment>
        <translation>до возобновления</translation>
    </message>
    <message>
        <source>switched off</source>
        <comment>a job whose last run still goes</comment>
        <translation>выключено</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <comment>time</comment>
        <translation>завтра %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <comment>time</comment>
        <translation>вчера %1</translation>
    </message>
    <message>
        <source>never</source>
        <comment>next run</comment>
        <translation>никогда</translation>
    </message>
    <message>
        <source>now</source>
        <comment>next run</comment>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>in less than 1 min</source>
        <translation>меньше минуты</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>duration</comment>
        <translation>через %1</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <comment>number, result</comment>
        <translation>Запуск %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 channels failed.</source>
        <translation>Ошибки в каналах: %1 из %2.</translation>
    </message>
</context>
<context>
    <name>vestnik::LogModel</name>
    <message>
        <source>Level</source>
        <comment>of a log line</comment>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>About</source>
        <comment>what a log line is about</comment>
        <translation>О чём</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
</context>
<context>
    <name>vestnik::LogPage</name>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Выделить всё</translation>
    </message>
    <message>
        <source>Go to the &amp;Newest</source>
        <translation>К &amp;последней записи</translation>
    </message>
    <message>
        <source>&amp;Open Log File</source>
        <translation>&amp;Открыть файл журнала</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Открыть %1</translation>
    </message>
    <message>
        <source>Go to the newest line and follow</source>
        <translation>Перейти к последней записи и следить за новыми</translation>
    </message>
    <message>
        <source>Lines to show</source>
        <translation>Какие записи показывать</translation>
    </message>
    <message>
        <source>Everything</source>
        <comment>log lines</comment>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Notes and worse</source>
        <comment>log lines</comment>
        <translation>Сведения и важнее</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <comment>log lines</comment>
        <translation>Предупреждения и ошибки</translation>
    </message>
    <message>
        <source>Errors only</source>
        <comment>log lines</comment>
        <translation>Только ошибки</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Найти в журнале</translation>
    </message>
    <message>
        <source>Find in the log (%1)</source>
        <translation>Найти в журнале (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 из %n записи</numerusform>
            <numerusform>%1 из %n записей</numerusform>
            <numerusform>%1 из %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Копировать выделенные записи</translation>
    </message>
    <message>
        <source>No line is selected.</source>
        <translation>Ни одна запись не выделена.</translation>
    </message>
    <message>
        <source>Nothing on this computer opens %1.</source>
        <translation>На этом компьютере нечем открыть %1.</translation>
    </message>
</context>
<context>
    <name>vestnik::LoopsModel</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 мс</translation>
    </message>
    <message numerus="yes">
        <source>%n objects on a wrong thread</source>
        <translation>
            <numerusform>%n объект не в своём потоке</numerusform>
            <numerusform>%n объекта не в своём потоке</numerusform>
            <numerusform>%n объектов не в своём потоке</numerusform>
        </translation>
    </message>
    <message>
        <source>Good</source>
        <comment>event loop</comment>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>Nested</source>
        <comment>event loop</comment>
        <translation>Вложен</translation>
    </message>
    <message>
        <source>%1 (was %2)</source>
        <comment>loop level</comment>
        <translation>%1 (был %2)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>event loop</comment>
        <translation>Цикл</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Level</source>
        <comment>nesting depth</comment>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Обороты</translation>
    </message>
    <message>
        <source>Over 16 ms</source>
        <comment>turns of a loop</comment>
        <translation>Дольше 16 мс</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Макс. задержка</translation>
    </message>
    <message>
        <source>Last minute</source>
        <comment>gap</comment>
        <translation>За минуту</translation>
    </message>
</context>
<context>
    <name>vestnik::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Scheduler</source>
        <translation>П&amp;ланировщик</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Страница</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Сп&amp;равка</translation>
    </message>
    <message>
        <source>&amp;Add Channels…</source>
        <translation>&amp;Добавить каналы…</translation>
    </message>
    <message>
        <source>Open &amp;Data Folder</source>
        <translation>Открыть &amp;папку данных</translation>
    </message>
    <message>
        <source>Open &amp;Log File</source>
        <translation>Открыть файл &amp;журнала</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выйти</translation>
    </message>
    <message>
        <source>Stop all work safely and quit</source>
        <translation>Спокойно остановить всю работу и выйти</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Find on This Page</source>
        <translation>&amp;Найти на странице</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Обновить</translation>
    </message>
    <message>
        <source>&amp;Narrow Navigation</source>
        <translation>&amp;Узкая навигация</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <comment>theme</comment>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <comment>theme</comment>
        <translation>С&amp;ветлая</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <comment>theme</comment>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>Сбросить &amp;расположение</translation>
    </message>
    <message>
        <source>Sizes, columns and filters as on the first day</source>
        <translation>Размеры, столбцы и фильтры, как в первый день</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Запустить</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>&amp;Parse All Now</source>
        <translation>&amp;Прочитать всё сейчас</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>П&amp;рервать запуск</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Сочетания клавиш</translation>
    </message>
    <message>
        <source>&amp;About Vestnik</source>
        <translation>&amp;О программе Vestnik</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>The engine is not running, see Diagnostics.</source>
        <translation>Движок не работает, смотрите «Диагностику».</translation>
    </message>
    <message>
        <source>Start the scheduler</source>
        <translation>Запустить планировщик</translation>
    </message>
    <message>
        <source>The scheduler runs already.</source>
        <translation>Планировщик уже работает.</translation>
    </message>
    <message>
        <source>The scheduler is stopping.</source>
        <translation>Планировщик останавливается.</translation>
    </message>
    <message>
        <source>Stop the scheduler; what was fetched is kept</source>
        <translation>Остановить планировщик; полученное сохранится</translation>
    </message>
    <message>
        <source>The scheduler does not run.</source>
        <translation>Планировщик не работает.</translation>
    </message>
    <message>
        <source>Parse all active channels once</source>
        <translation>Один раз прочитать все активные каналы</translation>
    </message>
    <message>
        <source>There are no active channels.</source>
        <translation>Активных каналов нет.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>End the going run; what was fetched is kept</source>
        <translation>Прервать текущий запуск; полученное сохранится</translation>
    </message>
    <message>
        <source>No run is going.</source>
        <translation>Запуск не идёт.</translation>
    </message>
    <message>
        <source>Nothing on this computer opens %1.</source>
        <translation>На этом компьютере нечем открыть %1.</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Задано в командной строке.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Write posts into a file: table, workbook, web page, NDJSON</source>
        <translation>Записать посты в файл: таблица, книга, веб-страница, NDJSON</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Импорт…</translation>
    </message>
    <message>
        <source>Take posts over from a file or from another program</source>
        <translation>Взять посты из файла или другой программы</translation>
    </message>
    <message>
        <source>T&amp;asks</source>
        <translation>&amp;Задачи</translation>
    </message>
    <message>
        <source>Going tasks and the last that ended</source>
        <translation>Идущие и недавние задачи</translation>
    </message>
</context>
<context>
    <name>vestnik::MoveCard</name>
    <message>
        <source>Another database</source>
        <translation>Другая база данных</translation>
    </message>
    <message>
        <source>A PostgreSQL server or another SQLite file. Test it first: that changes nothing there.</source>
        <translation>Сервер PostgreSQL или другой файл SQLite. Сначала проверьте: это ничего там не меняет.</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>А&amp;дрес</translation>
    </message>
    <message>
        <source>The move was cancelled. Work goes on with the database that was open.</source>
        <translation>Перенос прерван. Работа продолжается с прежней базой.</translation>
    </message>
    <message>
        <source>Test Connection</source>
        <translation>Проверить связь</translation>
    </message>
    <message>
        <source>Move Everything There</source>
        <translation>Перенести всё туда</translation>
    </message>
    <message>
        <source>Use This Database</source>
        <translation>Перейти на эту базу</translation>
    </message>
    <message>
        <source>Back to the File</source>
        <translation>Вернуться к файлу</translation>
    </message>
    <message>
        <source>the file in the data directory</source>
        <translation>файл в папке данных</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Базы данных (*.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Опрашивается…</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms.</source>
        <comment>version of a database, milliseconds</comment>
        <translation>%1: ответ за %2 мс.</translation>
    </message>
    <message>
        <source>It is empty: everything can be moved there.</source>
        <translation>База пуста: всё можно перенести туда.</translation>
    </message>
    <message>
        <source>It is empty, but this user may not make tables there. Grant it CREATE on the schema.</source>
        <translation>База пуста, но этот пользователь не может создавать таблицы. Дайте ему CREATE на схему.</translation>
    </message>
    <message>
        <source>A store of Vestnik is in it: work can go on there. To move there it must be empty.</source>
        <translation>В ней база Vestnik: работу можно продолжить там. Для переноса база должна быть пуста.</translation>
    </message>
    <message>
        <source>A store of an older Vestnik is in it. It is brought up to date when it is used; a backup is made before.</source>
        <translation>В ней база старой версии Vestnik. При переходе она обновится; сначала создаётся копия.</translation>
    </message>
    <message>
        <source>A store of a newer Vestnik is in it. Update this program to use it.</source>
        <translation>В ней база новой версии Vestnik. Обновите программу, чтобы перейти на неё.</translation>
    </message>
    <message>
        <source>Tables of another program are in it. Choose an empty database.</source>
        <translation>В ней таблицы другой программы. Выберите пустую базу.</translation>
    </message>
    <message>
        <source>Everything is copied and compared; then work goes on there.</source>
        <translation>Всё копируется и сравнивается; затем работа продолжится там.</translation>
    </message>
    <message>
        <source>Ending the work and opening %1…</source>
        <translation>Работа завершается, открывается %1…</translation>
    </message>
    <message>
        <source>Work goes on with %1.</source>
        <translation>Работа продолжается: %1.</translation>
    </message>
    <message>
        <source>The database that was open stays in use.</source>
        <translation>Прежняя база остаётся в работе.</translation>
    </message>
    <message>
        <source>Everything is being moved.</source>
        <translation>Идёт перенос.</translation>
    </message>
    <message>
        <source>Wait for the answer.</source>
        <translation>Подождите ответа.</translation>
    </message>
    <message>
        <source>Ask the database who it is and what is in it</source>
        <translation>Узнать, что это за база и что в ней</translation>
    </message>
    <message>
        <source>Type an address first.</source>
        <translation>Сначала введите адрес.</translation>
    </message>
    <message>
        <source>The database is set by the environment or on the command line.</source>
        <translation>База данных задана переменной окружения или в командной строке.</translation>
    </message>
    <message>
        <source>Test the connection first.</source>
        <translation>Сначала проверьте связь.</translation>
    </message>
    <message>
        <source>The other database is not empty.</source>
        <translation>Другая база не пуста.</translation>
    </message>
    <message>
        <source>What is in it cannot be used.</source>
        <translation>То, что в ней, использовать нельзя.</translation>
    </message>
    <message>
        <source>This user may not make tables there.</source>
        <translation>Этот пользователь не может создавать там таблицы.</translation>
    </message>
    <message>
        <source>Copy everything, compare both, and go on there</source>
        <translation>Скопировать всё, сравнить обе и продолжить там</translation>
    </message>
    <message>
        <source>Go on there without copying; what is stored here stays here</source>
        <translation>Продолжить там без копирования; сохранённое здесь останется здесь</translation>
    </message>
    <message>
        <source>Go on with the file in the data directory, without copying</source>
        <translation>Продолжить с файлом в папке данных, без копирования</translation>
    </message>
</context>
<context>
    <name>vestnik::Navigation</name>
    <message>
        <source>Expand navigation</source>
        <translation>Развернуть навигацию</translation>
    </message>
    <message>
        <source>Collapse navigation</source>
        <translation>Свернуть навигацию</translation>
    </message>
</context>
<context>
    <name>vestnik::NavigationButton</name>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, требует внимания</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>требует внимания</translation>
    </message>
</context>
<context>
    <name>vestnik::NumbersCard</name>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n пост</numerusform>
            <numerusform>%n поста</numerusform>
            <numerusform>%n постов</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>posts</comment>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>%1 % against yesterday by this hour</source>
        <comment>signed number</comment>
        <translation>%1 % к этому часу вчера</translation>
    </message>
    <message>
        <source>7 days: %1 · all: %2</source>
        <comment>posts</comment>
        <translation>7 дней: %1 · всего: %2</translation>
    </message>
    <message>
        <source>Show the history of runs</source>
        <translation>Показать историю запусков</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n запуск</numerusform>
            <numerusform>%n запуска</numerusform>
            <numerusform>%n запусков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n сбой</numerusform>
            <numerusform>%n сбоя</numerusform>
            <numerusform>%n сбоев</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::OverviewPage</name>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Последние 24 часа</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Последние запуски</translation>
    </message>
    <message>
        <source>Add Channels…</source>
        <translation>Добавить каналы…</translation>
    </message>
    <message>
        <source>No channels yet. Paste a list of names or links, and press Start.</source>
        <translation>Каналов пока нет. Вставьте список имён или ссылок и нажмите «Запустить».</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
</context>
<context>
    <name>vestnik::PageHeader</name>
    <message>
        <source>More actions</source>
        <translation>Другие действия</translation>
    </message>
</context>
<context>
    <name>vestnik::PanelProgram</name>
    <message>
        <source>Parse all channels</source>
        <comment>name of the first job</comment>
        <translation>Чтение всех каналов</translation>
    </message>
</context>
<context>
    <name>vestnik::PauseDialog</name>
    <message>
        <source>Pause until</source>
        <translation>Пауза до</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs &amp;pause until:</source>
        <translation>
            <numerusform>&amp;Пауза для %n задания до:</numerusform>
            <numerusform>&amp;Пауза для %n заданий до:</numerusform>
            <numerusform>&amp;Пауза для %n заданий до:</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” &amp;pauses until:</source>
        <translation>«%1»: &amp;пауза до:</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>button</comment>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>That is in %1. A run that goes on now ends by itself.</source>
        <translation>Это через %1. Идущий запуск завершится сам.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>Это время уже прошло.</translation>
    </message>
</context>
<context>
    <name>vestnik::PolicyEditor</name>
    <message>
        <source>Longest run</source>
        <translation>Наибольшая длительность</translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation>Пауза перед повтором</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Run once for all of them</source>
        <translation>Один запуск за все</translation>
    </message>
    <message>
        <source>Run once for each</source>
        <translation>По запуску за каждый</translation>
    </message>
    <message>
        <source>Leave the new one out</source>
        <translation>Пропустить новый</translation>
    </message>
    <message>
        <source>Let the new one wait</source>
        <translation>Новый подождёт</translation>
    </message>
    <message>
        <source>Stop the old one</source>
        <translation>Остановить старый</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без ограничения</translation>
    </message>
    <message>
        <source>none</source>
        <comment>retries</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>Runs that were &amp;missed</source>
        <translation>&amp;Пропущенные запуски</translation>
    </message>
    <message>
        <source>While the computer slept, the program was closed or the clock was set.</source>
        <translation>Пока компьютер спал, программа была закрыта или часы переводили.</translation>
    </message>
    <message>
        <source>At most, the newest</source>
        <translation>Не больше, самые новые</translation>
    </message>
    <message>
        <source>Due while a run still &amp;goes</source>
        <translation>Время пришло, а прежний запуск ещё &amp;идёт</translation>
    </message>
    <message>
        <source>Runs of this job si&amp;de by side</source>
        <translation>Запусков этого задания &amp;одновременно</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>Прио&amp;ритет</translation>
    </message>
    <message>
        <source>Of the runs that wait, the highest goes first.</source>
        <translation>Из ожидающих запусков первым идёт с наибольшим приоритетом.</translation>
    </message>
    <message>
        <source>&amp;Longest run</source>
        <translation>Наибольшая д&amp;лительность</translation>
    </message>
    <message>
        <source>A run that lasts longer is ended as failed.</source>
        <translation>Более долгий запуск прерывается как неудачный.</translation>
    </message>
    <message>
        <source>&amp;Tries again after a failure</source>
        <translation>По&amp;второв после неудачи</translation>
    </message>
    <message>
        <source>Pause &amp;before each</source>
        <translation>Пауза перед &amp;каждым</translation>
    </message>
</context>
<context>
    <name>vestnik::PostActions</name>
    <message>
        <source>&amp;Next post</source>
        <translation>&amp;Следующий пост</translation>
    </message>
    <message>
        <source>Pre&amp;vious post</source>
        <translation>&amp;Предыдущий пост</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>&amp;Открыть в браузере</translation>
    </message>
    <message>
        <source>Copy &amp;text</source>
        <translation>Копировать &amp;текст</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Копировать ссы&amp;лку</translation>
    </message>
    <message>
        <source>Mark as &amp;unread</source>
        <translation>Отметить неп&amp;рочитанным</translation>
    </message>
    <message>
        <source>Mark &amp;all as read</source>
        <translation>Отметить &amp;все прочитанными</translation>
    </message>
    <message>
        <source>Show the &amp;channel</source>
        <translation>Показать к&amp;анал</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>О&amp;бновить</translation>
    </message>
    <message>
        <source>Clear &amp;filters</source>
        <translation>Сбросить &amp;фильтры</translation>
    </message>
    <message>
        <source>Select a post first.</source>
        <translation>Сначала выделите пост.</translation>
    </message>
    <message>
        <source>Mark as &amp;read</source>
        <translation>Отметить п&amp;рочитанным</translation>
    </message>
    <message>
        <source>There is no post below.</source>
        <translation>Ниже постов нет.</translation>
    </message>
    <message>
        <source>There is no post above.</source>
        <translation>Выше постов нет.</translation>
    </message>
    <message>
        <source>There is nothing unread here.</source>
        <translation>Здесь нет непрочитанного.</translation>
    </message>
    <message>
        <source>Add channels…</source>
        <translation>Добавить каналы…</translation>
    </message>
    <message>
        <source>Parse all now</source>
        <translation>Прочитать всё сейчас</translation>
    </message>
    <message>
        <source>Next &amp;unread post</source>
        <translation>Следующий непро&amp;читанный</translation>
    </message>
    <message>
        <source>Previous unread post</source>
        <translation>Предыдущий непрочитанный</translation>
    </message>
    <message>
        <source>Scroll, then next unread</source>
        <translation>Прокрутить, затем следующий непрочитанный</translation>
    </message>
    <message>
        <source>Show new posts</source>
        <translation>Показать новые посты</translation>
    </message>
    <message>
        <source>&amp;Go to date…</source>
        <translation>Перейти к &amp;дате…</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>В &amp;избранное</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Метка…</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Заметка</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>&amp;Копировать строки</translation>
    </message>
    <message>
        <source>Next word found</source>
        <translation>Следующее найденное слово</translation>
    </message>
    <message>
        <source>Previous word found</source>
        <translation>Предыдущее найденное слово</translation>
    </message>
    <message>
        <source>Show &amp;pictures</source>
        <translation>Показать карти&amp;нки</translation>
    </message>
    <message>
        <source>S&amp;earch…</source>
        <translation>На&amp;йти…</translation>
    </message>
    <message>
        <source>&amp;Save search…</source>
        <translation>Со&amp;хранить поиск…</translation>
    </message>
    <message>
        <source>E&amp;xport selected posts…</source>
        <translation>&amp;Экспорт выделенных постов…</translation>
    </message>
    <message>
        <source>Export these results…</source>
        <translation>Экспорт найденного…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>There are no posts here.</source>
        <translation>Здесь нет постов.</translation>
    </message>
    <message>
        <source>Remove the &amp;star</source>
        <translation>Убрать из &amp;избранного</translation>
    </message>
    <message>
        <source>There are no new posts.</source>
        <translation>Новых постов нет.</translation>
    </message>
    <message>
        <source>The list is not in the order of time.</source>
        <translation>Список упорядочен не по времени.</translation>
    </message>
    <message>
        <source>No words of the search stand in this post.</source>
        <translation>Слов запроса в этом посте нет.</translation>
    </message>
    <message>
        <source>Type a search first.</source>
        <translation>Сначала введите запрос.</translation>
    </message>
    <message>
        <source>Nothing is filtered.</source>
        <translation>Фильтры не заданы.</translation>
    </message>
</context>
<context>
    <name>vestnik::PostBrowser</name>
    <message>
        <source>Post</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>This is not a picture that can be shown.</source>
        <translation>Это не картинка, которую можно показать.</translation>
    </message>
</context>
<context>
    <name>vestnik::PostCommands</name>
    <message>
        <source>Text copied.</source>
        <translation>Текст скопирован.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Ссылка скопирована.</translation>
    </message>
    <message numerus="yes">
        <source>%n posts marked as read.</source>
        <translation>
            <numerusform>%n пост отмечен прочитанным.</numerusform>
            <numerusform>%n поста отмечены прочитанными.</numerusform>
            <numerusform>%n постов отмечено прочитанными.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts marked as unread.</source>
        <translation>
            <numerusform>%n пост отмечен непрочитанным.</numerusform>
            <numerusform>%n поста отмечены непрочитанными.</numerusform>
            <numerusform>%n постов отмечено непрочитанными.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts starred.</source>
        <translation>
            <numerusform>%n пост добавлен в избранное.</numerusform>
            <numerusform>%n поста добавлены в избранное.</numerusform>
            <numerusform>%n постов добавлено в избранное.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star removed from %n posts.</source>
        <translation>
            <numerusform>%n пост убран из избранного.</numerusform>
            <numerusform>%n поста убраны из избранного.</numerusform>
            <numerusform>%n постов убрано из избранного.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts tagged.</source>
        <translation>
            <numerusform>%n пост получил метку.</numerusform>
            <numerusform>%n поста получили метку.</numerusform>
            <numerusform>%n постов получили метку.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag “%1” taken off.</source>
        <translation>Метка «%1» снята.</translation>
    </message>
    <message>
        <source>Note removed.</source>
        <translation>Заметка удалена.</translation>
    </message>
    <message>
        <source>Note changed.</source>
        <translation>Заметка изменена.</translation>
    </message>
    <message>
        <source>Search “%1” removed.</source>
        <translation>Поиск «%1» удалён.</translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” taken off %n posts.</source>
        <translation>
            <numerusform>Метка «%1» снята с %n поста.</numerusform>
            <numerusform>Метка «%1» снята с %n постов.</numerusform>
            <numerusform>Метка «%1» снята с %n постов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links copied.</source>
        <translation>
            <numerusform>Скопирована %n ссылка.</numerusform>
            <numerusform>Скопировано %n ссылки.</numerusform>
            <numerusform>Скопировано %n ссылок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>Скопирована %n строка.</numerusform>
            <numerusform>Скопировано %n строки.</numerusform>
            <numerusform>Скопировано %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>vestnik::PostDateFilter</name>
    <message>
        <source>When posted</source>
        <translation>Когда опубликовано</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>Between dates</source>
        <translation>Между датами</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
</context>
<context>
    <name>vestnik::PostDateJump</name>
    <message>
        <source>A year back</source>
        <translation>Год назад</translation>
    </message>
    <message>
        <source>A month back</source>
        <translation>Месяц назад</translation>
    </message>
    <message>
        <source>A month on</source>
        <translation>Месяц вперёд</translation>
    </message>
    <message>
        <source>A year on</source>
        <translation>Год вперёд</translation>
    </message>
</context>
<context>
    <name>vestnik::PostHtml</name>
    <message>
        <source>A part of this post can be seen in Telegram only.</source>
        <translation>Часть этого поста видна только в Telegram.</translation>
    </message>
    <message>
        <source>edited</source>
        <comment>post</comment>
        <translation>изменено</translation>
    </message>
    <message>
        <source>%1 views</source>
        <translation>просмотров: %1</translation>
    </message>
    <message>
        <source>via @%1</source>
        <translation>через @%1</translation>
    </message>
    <message numerus="yes">
        <source>album of %n messages</source>
        <translation>
            <numerusform>альбом из %n сообщения</numerusform>
            <numerusform>альбом из %n сообщений</numerusform>
            <numerusform>альбом из %n сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Переслано из %1</translation>
    </message>
    <message>
        <source>a post</source>
        <translation>пост</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation>В ответ на:</translation>
    </message>
    <message>
        <source>too large for the web preview</source>
        <translation>слишком большой для веб-просмотра</translation>
    </message>
    <message>
        <source>Show on a map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>№ %1</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Картинка загружается…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation>Показать картинку</translation>
    </message>
    <message>
        <source>%1 voters</source>
        <translation>проголосовало: %1</translation>
    </message>
    <message>
        <source>edited %1</source>
        <comment>post, time</comment>
        <translation>изменено %1</translation>
    </message>
    <message>
        <source>Gone from the channel since %1, kept here</source>
        <translation>Удалено из канала: %1; здесь сохранено</translation>
    </message>
    <message>
        <source>Show its posts</source>
        <translation>Показать его посты</translation>
    </message>
    <message>
        <source>Show it here</source>
        <translation>Показать здесь</translation>
    </message>
</context>
<context>
    <name>vestnik::PostList</name>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>No post matches.</source>
        <translation>Ни один пост не подходит.</translation>
    </message>
    <message>
        <source>The posts could not be read.</source>
        <translation>Не удалось прочитать посты.</translation>
    </message>
    <message numerus="yes">
        <source>%n new posts</source>
        <translation>
            <numerusform>%n новый пост</numerusform>
            <numerusform>%n новых поста</numerusform>
            <numerusform>%n новых постов</numerusform>
        </translation>
    </message>
    <message>
        <source>No posts yet. They come with the first run.</source>
        <translation>Постов пока нет. Они появятся с первым запуском.</translation>
    </message>
    <message>
        <source>No posts yet. Add the channels that you want to read.</source>
        <translation>Постов пока нет. Добавьте каналы, которые хотите читать.</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.</source>
        <translation>По запросу «%1» ничего не найдено.</translation>
    </message>
    <message>
        <source>Search for %1</source>
        <translation>Искать %1</translation>
    </message>
    <message>
        <source>Finds all words that begin so</source>
        <translation>Найдёт все слова с таким началом</translation>
    </message>
    <message>
        <source>Show them at the top of the list (Home)</source>
        <translation>Показать их в начале списка (Home)</translation>
    </message>
</context>
<context>
    <name>vestnik::PostModel</name>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>в избранном</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
</context>
<context>
    <name>vestnik::PostNote</name>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Заметка…</translation>
    </message>
    <message>
        <source>Saved when you leave the field (Ctrl+Enter)</source>
        <translation>Сохранится, когда вы покинете поле (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>vestnik::PostReader</name>
    <message>
        <source>Select a post to read it.</source>
        <translation>Выделите пост, чтобы прочитать его.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Пост</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Versions (%1)</source>
        <translation>Версии (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>words in the post</comment>
        <translation>
            <numerusform>найдено: %n</numerusform>
            <numerusform>найдено: %n</numerusform>
            <numerusform>найдено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>word found</comment>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>vestnik::PostTags</name>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Add a tag (T)</source>
        <translation>Добавить метку (T)</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Добавить метку</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>Название метки</translation>
    </message>
    <message>
        <source>Show all posts with this tag</source>
        <translation>Показать все посты с этой меткой</translation>
    </message>
    <message>
        <source>Take the tag off</source>
        <translation>Снять метку</translation>
    </message>
    <message>
        <source>Take off the tag %1</source>
        <translation>Снять метку %1</translation>
    </message>
    <message numerus="yes">
        <source>Tag for %n posts</source>
        <translation>
            <numerusform>Метка для %n поста</numerusform>
            <numerusform>Метка для %n постов</numerusform>
            <numerusform>Метка для %n постов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostTree</name>
    <message>
        <source>Folders and channels</source>
        <translation>Папки и каналы</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Отметить все прочитанными</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Change the search</source>
        <translation>Изменить поиск</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
</context>
<context>
    <name>vestnik::PostTreeModel</name>
    <message>
        <source>All posts</source>
        <translation>Все посты</translation>
    </message>
    <message>
        <source>Unread</source>
        <comment>posts</comment>
        <translation>Непрочитанные</translation>
    </message>
    <message>
        <source>%1, unread: %2</source>
        <translation>%1, непрочитанных: %2</translation>
    </message>
    <message>
        <source>Starred</source>
        <comment>posts</comment>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Поиски</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>posts</comment>
        <translation>Удалённые</translation>
    </message>
    <message>
        <source>%1, posts: %2</source>
        <translation>%1, постов: %2</translation>
    </message>
</context>
<context>
    <name>vestnik::PostVersions</name>
    <message>
        <source>Earlier versions</source>
        <translation>Прежние версии</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Изменено %1</translation>
    </message>
</context>
<context>
    <name>vestnik::PostsPage</name>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>По дате</translation>
    </message>
    <message>
        <source>By relevance</source>
        <translation>По релевантности</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>Перейти к дате</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Порядок списка</translation>
    </message>
    <message>
        <source>Relevance ranks by the words of a search; type some.</source>
        <translation>По релевантности упорядочивается найденное: введите слова запроса.</translation>
    </message>
    <message>
        <source>Esc in the field ends the search</source>
        <translation>Esc в поле завершит поиск</translation>
    </message>
    <message>
        <source>The search was ended early: there may be more, older posts.</source>
        <translation>Поиск завершён раньше времени: возможны ещё посты, более старые.</translation>
    </message>
    <message>
        <source>Only the newest posts that match were ranked.</source>
        <translation>По релевантности упорядочены только самые новые из подходящих постов.</translation>
    </message>
    <message numerus="yes">
        <source>%1 posts are still being indexed; they are searched too.</source>
        <translation>
            <numerusform>Ещё индексируется %1 пост; поиск идёт и по нему.</numerusform>
            <numerusform>Ещё индексируются %1 поста; поиск идёт и по ним.</numerusform>
            <numerusform>Ещё индексируются %1 постов; поиск идёт и по ним.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ProxyPanel</name>
    <message>
        <source>Proxy password</source>
        <translation>Пароль прокси</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>не показан</translation>
    </message>
    <message>
        <source>Kept in the keychain of the system; where there is none, in a file that only you may read.</source>
        <translation>Хранится в связке ключей системы; если её нет — в файле, доступном только вам.</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>proxy</comment>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Test the proxy</source>
        <translation>Проверить прокси</translation>
    </message>
    <message>
        <source>Ask the web preview for one page in this way</source>
        <translation>Запросить так одну страницу веб-просмотра</translation>
    </message>
    <message>
        <source>Only an HTTP or SOCKS5 proxy needs this.</source>
        <translation>Нужно только для прокси HTTP или SOCKS5.</translation>
    </message>
    <message>
        <source>The password was kept.</source>
        <translation>Пароль сохранён.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message>
        <source>%1 answered in %2 ms.</source>
        <comment>host, milliseconds</comment>
        <translation>%1: ответ получен за %2 мс.</translation>
    </message>
</context>
<context>
    <name>vestnik::ReportDialog</name>
    <message>
        <source>%1, took %2</source>
        <comment>time, duration</comment>
        <translation>%1, заняло %2</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Показать в папке</translation>
    </message>
</context>
<context>
    <name>vestnik::RetentionCard</name>
    <message>
        <source>&amp;Preview What Would Be Removed</source>
        <translation>Посмотреть, что &amp;удалится</translation>
    </message>
    <message>
        <source>How long posts are kept</source>
        <translation>Сколько хранить посты</translation>
    </message>
    <message>
        <source>Channels may have their own rule: right click in the table. Nothing is removed before you press Remove.</source>
        <translation>У канала может быть своё правило: правый щелчок в таблице. Ничего не удаляется, пока вы не нажмёте «Удалить».</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>What would be removed</source>
        <translation>Что удалится</translation>
    </message>
    <message>
        <source>Make a backup first</source>
        <translation>Сначала создать копию</translation>
    </message>
    <message>
        <source>What is removed cannot be brought back otherwise.</source>
        <translation>Иначе удалённое нельзя вернуть.</translation>
    </message>
    <message>
        <source>The rule for all channels was changed.</source>
        <translation>Правило для всех каналов изменено.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>A backup is made first…</source>
        <translation>Сначала создаётся копия…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Удаление…</translation>
    </message>
    <message>
        <source>Nothing was removed, because the backup was not made.</source>
        <translation>Ничего не удалено, потому что копия не создана.</translation>
    </message>
    <message numerus="yes">
        <source>in %n channels</source>
        <comment>posts in channels</comment>
        <translation>
            <numerusform>в %n канале</numerusform>
            <numerusform>в %n каналах</numerusform>
            <numerusform>в %n каналах</numerusform>
        </translation>
    </message>
    <message>
        <source>By these rules nothing would be removed.</source>
        <translation>По этим правилам ничего не удалится.</translation>
    </message>
    <message>
        <source>%1 would be removed.</source>
        <comment>posts in channels</comment>
        <translation>Удалится: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have a note or a tag.</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%Ln из них с заметкой или меткой.</numerusform>
            <numerusform>%Ln из них с заметкой или меткой.</numerusform>
            <numerusform>%Ln из них с заметкой или меткой.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln posts</source>
        <translation>
            <numerusform>Удалить %Ln пост</numerusform>
            <numerusform>Удалить %Ln поста</numerusform>
            <numerusform>Удалить %Ln постов</numerusform>
        </translation>
    </message>
    <message>
        <source>It is going already.</source>
        <translation>Уже выполняется.</translation>
    </message>
    <message>
        <source>The rules are not read yet.</source>
        <translation>Правила ещё не прочитаны.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>Store this rule and count what would go; removes nothing</source>
        <translation>Запомнить правило и подсчитать, что удалится; ничего не удаляет</translation>
    </message>
    <message>
        <source>Remove these posts for good</source>
        <translation>Удалить эти посты навсегда</translation>
    </message>
</context>
<context>
    <name>vestnik::RuleDialog</name>
    <message>
        <source>How long posts are kept</source>
        <translation>Сколько хранить посты</translation>
    </message>
    <message>
        <source>Set Rule</source>
        <translation>Задать правило</translation>
    </message>
    <message>
        <source>The rule itself removes nothing: see the preview on the Storage page.</source>
        <translation>Само правило ничего не удаляет: смотрите подсчёт на странице «Хранилище».</translation>
    </message>
</context>
<context>
    <name>vestnik::RuleEditor</name>
    <message>
        <source>How long posts are kept</source>
        <translation>Сколько хранить посты</translation>
    </message>
    <message>
        <source>As the general rule</source>
        <translation>По общему правилу</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Бессрочно</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>По возрасту</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>По числу</translation>
    </message>
    <message>
        <source>By age and number</source>
        <translation>По возрасту и числу</translation>
    </message>
    <message>
        <source>Days that posts are kept</source>
        <translation>Сколько дней хранятся посты</translation>
    </message>
    <message>
        <source>days</source>
        <comment>unit behind a number</comment>
        <translation>дн.</translation>
    </message>
    <message>
        <source>Newest posts of each channel that are kept</source>
        <translation>Сколько новых постов канала хранится</translation>
    </message>
    <message>
        <source>newest posts</source>
        <comment>unit behind a number</comment>
        <translation>новых постов</translation>
    </message>
    <message>
        <source>Starred posts are always kept.</source>
        <translation>Избранные посты хранятся всегда.</translation>
    </message>
</context>
<context>
    <name>vestnik::RuleTexts</name>
    <message>
        <source>for ever</source>
        <translation>бессрочно</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>how long posts are kept</comment>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>newest %1</source>
        <comment>how many posts are kept</comment>
        <translation>новых %1</translation>
    </message>
    <message>
        <source>Nothing is removed.</source>
        <translation>Ничего не удаляется.</translation>
    </message>
    <message numerus="yes">
        <source>Posts older than %n days are removed.</source>
        <translation>
            <numerusform>Удаляются посты старше %n дня.</numerusform>
            <numerusform>Удаляются посты старше %n дней.</numerusform>
            <numerusform>Удаляются посты старше %n дней.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the newest %1 posts of each channel are kept.</source>
        <translation>Хранятся только новые посты каждого канала, числом %1.</translation>
    </message>
    <message numerus="yes">
        <source>Posts older than %n days are removed, and all but the newest %1 of each channel.</source>
        <translation>
            <numerusform>Удаляются посты старше %n дня и все, кроме новых %1 в каждом канале.</numerusform>
            <numerusform>Удаляются посты старше %n дней и все, кроме новых %1 в каждом канале.</numerusform>
            <numerusform>Удаляются посты старше %n дней и все, кроме новых %1 в каждом канале.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::RunActions</name>
    <message>
        <source>&amp;Cancel run</source>
        <translation>&amp;Прервать запуск</translation>
    </message>
    <message>
        <source>Re&amp;try failed channels</source>
        <translation>П&amp;овторить неудавшиеся каналы</translation>
    </message>
    <message>
        <source>&amp;Run the job again</source>
        <translation>&amp;Выполнить задание ещё раз</translation>
    </message>
    <message>
        <source>Show the &amp;job</source>
        <translation>Показать &amp;задание</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the &amp;log</source>
        <translation>Копировать &amp;журнал</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Выделить &amp;всё</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>&amp;Графики</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>Сбросить фильтры</translation>
    </message>
    <message>
        <source>Select one run.</source>
        <translation>Выберите один запуск.</translation>
    </message>
    <message>
        <source>Select runs first.</source>
        <translation>Сначала выберите запуски.</translation>
    </message>
    <message>
        <source>This run has ended.</source>
        <translation>Этот запуск завершён.</translation>
    </message>
    <message>
        <source>This run is still going.</source>
        <translation>Этот запуск ещё идёт.</translation>
    </message>
    <message>
        <source>No channel of this run failed.</source>
        <translation>В этом запуске не было сбоев каналов.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>This run belongs to no job.</source>
        <translation>Этот запуск не относится ни к какому заданию.</translation>
    </message>
    <message>
        <source>Its job is not there any more.</source>
        <translation>Этого задания больше нет.</translation>
    </message>
    <message>
        <source>Nothing was logged of this run.</source>
        <translation>В журнале этого запуска ничего нет.</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>Фильтры не заданы.</translation>
    </message>
    <message>
        <source>Charts of posts, durations and results</source>
        <translation>Графики постов, длительности и результатов</translation>
    </message>
</context>
<context>
    <name>vestnik::RunChannelModel</name>
    <message>
        <source>%1 s</source>
        <comment>seconds with a decimal</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>posts</comment>
        <translation>Новых</translation>
    </message>
    <message>
        <source>Updated</source>
        <comment>posts</comment>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>duration</comment>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
</context>
<context>
    <name>vestnik::RunChartStrip</name>
    <message>
        <source>Hours to show</source>
        <translation>Сколько часов показать</translation>
    </message>
    <message>
        <source>Days to show</source>
        <translation>Сколько дней показать</translation>
    </message>
    <message>
        <source>24 hours</source>
        <comment>chart</comment>
        <translation>24 часа</translation>
    </message>
    <message>
        <source>7 days</source>
        <comment>chart</comment>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>14 days</source>
        <comment>chart</comment>
        <translation>14 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <comment>chart</comment>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>Posts per hour</source>
        <translation>Посты по часам</translation>
    </message>
    <message>
        <source>No posts came in this time.</source>
        <translation>За это время постов не было.</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>No runs in this time.</source>
        <translation>За это время запусков не было.</translation>
    </message>
    <message>
        <source>Runs per day</source>
        <translation>Запуски по дням</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2–%3: %Ln posts</source>
        <comment>day, hours, number</comment>
        <translation>
            <numerusform>%1, %2–%3: %Ln пост</numerusform>
            <numerusform>%1, %2–%3: %Ln поста</numerusform>
            <numerusform>%1, %2–%3: %Ln постов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts in all</source>
        <translation>
            <numerusform>всего %Ln пост</numerusform>
            <numerusform>всего %Ln поста</numerusform>
            <numerusform>всего %Ln постов</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean</source>
        <comment>duration</comment>
        <translation>Средняя</translation>
    </message>
    <message>
        <source>Longest</source>
        <comment>duration</comment>
        <translation>Наибольшая</translation>
    </message>
    <message>
        <source>%1: no runs</source>
        <comment>day</comment>
        <translation>%1: запусков не было</translation>
    </message>
    <message>
        <source>%1: mean %2, longest %3</source>
        <comment>day, durations</comment>
        <translation>%1: в среднем %2, самый долгий %3</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>runs</comment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>runs</comment>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>runs</comment>
        <translation>Пропуск</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>runs</comment>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>%1: %2 done, %3 failed, %4 skipped or missed, %5 stopped</source>
        <comment>day, numbers of runs</comment>
        <translation>%1: завершено %2, сбоев %3, пропущено %4, остановлено %5</translation>
    </message>
</context>
<context>
    <name>vestnik::RunDetails</name>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Вид работы</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Кем запущен</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Попытка</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди с</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>duration</comment>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Технические подробности</translation>
    </message>
    <message>
        <source>%1 (job %2)</source>
        <comment>name, number</comment>
        <translation>%1 (задание %2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>channels</comment>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n сбой</numerusform>
            <numerusform>%n сбоя</numerusform>
            <numerusform>%n сбоев</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added, %2 updated</source>
        <comment>posts</comment>
        <translation>новых %1, обновлено %2</translation>
    </message>
</context>
<context>
    <name>vestnik::RunFilters</name>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Кем запущен</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Вид работы</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Any status</source>
        <comment>runs</comment>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Going</source>
        <comment>runs</comment>
        <translation>Идут</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>runs</comment>
        <translation>Завершены</translation>
    </message>
    <message>
        <source>With failures</source>
        <comment>runs</comment>
        <translation>Со сбоями</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>runs</comment>
        <translation>Остановлены</translation>
    </message>
    <message>
        <source>Did not run</source>
        <comment>runs</comment>
        <translation>Не состоялись</translation>
    </message>
    <message>
        <source>Started by anyone</source>
        <comment>runs</comment>
        <translation>Кем угодно</translation>
    </message>
    <message>
        <source>All time</source>
        <comment>runs</comment>
        <translation>Всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>runs</comment>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>7 days</source>
        <comment>runs</comment>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <comment>runs</comment>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>All kinds</source>
        <comment>runs</comment>
        <translation>Все виды</translation>
    </message>
    <message>
        <source>All jobs</source>
        <comment>runs</comment>
        <translation>Все задания</translation>
    </message>
    <message>
        <source>Job %1</source>
        <comment>number</comment>
        <translation>Задание %1</translation>
    </message>
</context>
<context>
    <name>vestnik::RunList</name>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <source>No runs yet. A job of the schedule or Parse now makes the first one.</source>
        <translation>Запусков ещё не было. Первый начнёт задание расписания или кнопка «Прочитать сейчас».</translation>
    </message>
    <message>
        <source>No run matches the filters.</source>
        <translation>Ни один запуск не подходит под фильтры.</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>Не удалось прочитать историю.</translation>
    </message>
    <message numerus="yes">
        <source>%n new runs</source>
        <translation>
            <numerusform>%n новый запуск</numerusform>
            <numerusform>%n новых запуска</numerusform>
            <numerusform>%n новых запусков</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them at the top of the list</source>
        <translation>Показать их вверху списка</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n runs</source>
        <translation>
            <numerusform>последний %n запуск</numerusform>
            <numerusform>последние %n запуска</numerusform>
            <numerusform>последние %n запусков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n запуск</numerusform>
            <numerusform>%n запуска</numerusform>
            <numerusform>%n запусков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::RunListModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>channels</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>Told to wait %1</source>
        <comment>time</comment>
        <translation>Велено ждать %1</translation>
    </message>
    <message>
        <source>Reading @%1</source>
        <comment>channel</comment>
        <translation>Читается @%1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>its number</comment>
        <translation>№</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Задание</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Кем запущен</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>duration</comment>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>posts</comment>
        <translation>Новых</translation>
    </message>
    <message>
        <source>Updated</source>
        <comment>posts</comment>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>channels</comment>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
</context>
<context>
    <name>vestnik::RunLogView</name>
    <message>
        <source>Log of the run</source>
        <translation>Журнал запуска</translation>
    </message>
    <message>
        <source>Nothing was logged of this run.</source>
        <translation>В журнале этого запуска ничего нет.</translation>
    </message>
    <message>
        <source>The log of this run could not be read.</source>
        <translation>Не удалось прочитать журнал запуска.</translation>
    </message>
</context>
<context>
    <name>vestnik::RunPane</name>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Ход запуска</translation>
    </message>
    <message>
        <source>Channels of the run</source>
        <translation>Каналы запуска</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation>
            <numerusform>Выбран %n запуск.</numerusform>
            <numerusform>Выбрано %n запуска.</numerusform>
            <numerusform>Выбрано %n запусков.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a run to see its channels and log.</source>
        <translation>Выберите запуск, чтобы увидеть его каналы и журнал.</translation>
    </message>
    <message>
        <source>Run %1 · %2</source>
        <comment>number, job</comment>
        <translation>Запуск %1 · %2</translation>
    </message>
    <message>
        <source>%1 of %2 channels</source>
        <translation>каналы: %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n posts added</source>
        <translation>
            <numerusform>%n новый пост</numerusform>
            <numerusform>%n новых поста</numerusform>
            <numerusform>%n новых постов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels failed</source>
        <translation>
            <numerusform>сбой в %n канале</numerusform>
            <numerusform>сбои в %n каналах</numerusform>
            <numerusform>сбои в %n каналах</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>history %1 of %2</source>
        <comment>messages</comment>
        <translation>история: %1 из %2</translation>
    </message>
    <message>
        <source>told to wait %1</source>
        <translation>велено ждать %1</translation>
    </message>
    <message>
        <source>No channel has been read yet.</source>
        <translation>Ни один канал ещё не прочитан.</translation>
    </message>
    <message>
        <source>This run read no channels.</source>
        <translation>Этот запуск не читал каналов.</translation>
    </message>
</context>
<context>
    <name>vestnik::RunsCard</name>
    <message>
        <source>Last runs</source>
        <translation>Последние запуски</translation>
    </message>
    <message>
        <source>No runs yet.</source>
        <translation>Запусков пока не было.</translation>
    </message>
</context>
<context>
    <name>vestnik::RunsModel</name>
    <message>
        <source>Run %1, %2: %3 of %4 channels</source>
        <comment>number, origin, counts</comment>
        <translation>Запуск %1, %2: каналы — %3 из %4</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>duration</comment>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>posts</comment>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>channels</comment>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <comment>number, origin</comment>
        <translation>Запуск %1, %2</translation>
    </message>
</context>
<context>
    <name>vestnik::RunsPage</name>
    <message>
        <source>Open the schedule</source>
        <translation>Открыть расписание</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
</context>
<context>
    <name>vestnik::RunsSparkline</name>
    <message>
        <source>Durations of runs per hour</source>
        <translation>Длительность запусков по часам</translation>
    </message>
    <message numerus="yes">
        <source>%1–%2: %n runs</source>
        <translation>
            <numerusform>%1–%2: %n запуск</numerusform>
            <numerusform>%1–%2: %n запуска</numerusform>
            <numerusform>%1–%2: %n запусков</numerusform>
        </translation>
    </message>
    <message>
        <source>mean %1</source>
        <comment>duration</comment>
        <translation>в среднем %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n сбой</numerusform>
            <numerusform>%n сбоя</numerusform>
            <numerusform>%n сбоев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped or missed</source>
        <comment>runs</comment>
        <translation>
            <numerusform>%n пропущен</numerusform>
            <numerusform>%n пропущено</numerusform>
            <numerusform>%n пропущено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SchedulePage</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>The changes of “%1” are not saved yet; they are kept.</source>
        <translation>Изменения «%1» ещё не сохранены; они остались в черновике.</translation>
    </message>
    <message>
        <source>Back to them</source>
        <translation>Вернуться к ним</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>The new job is not saved yet; it is kept.</source>
        <translation>Новое задание ещё не сохранено; оно осталось в черновике.</translation>
    </message>
    <message>
        <source>The new job was dropped.</source>
        <translation>Новое задание отброшено.</translation>
    </message>
    <message>
        <source>The changes of “%1” were dropped.</source>
        <translation>Изменения «%1» отброшены.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>“%1” was made.</source>
        <comment>job</comment>
        <translation>«%1»: создано.</translation>
    </message>
    <message>
        <source>“%1” was saved.</source>
        <comment>job</comment>
        <translation>«%1»: сохранено.</translation>
    </message>
</context>
<context>
    <name>vestnik::SchedulerCard</name>
    <message>
        <source>Cancel</source>
        <comment>a run</comment>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>End this run; what was fetched is kept</source>
        <translation>Прервать этот запуск; полученное сохранится</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Прервать запуск</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Ход запуска</translation>
    </message>
    <message>
        <source>No run is going. %1</source>
        <comment>channels</comment>
        <translation>Запуск не идёт. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n channels are active.</source>
        <translation>
            <numerusform>Активен %n канал.</numerusform>
            <numerusform>Активны %n канала.</numerusform>
            <numerusform>Активны %n каналов.</numerusform>
        </translation>
    </message>
    <message>
        <source>next run in %1, %2</source>
        <comment>countdown, time</comment>
        <translation>следующий запуск через %1, %2</translation>
    </message>
    <message>
        <source>a run is going</source>
        <translation>идёт запуск</translation>
    </message>
    <message>
        <source>next run is due</source>
        <translation>пора начать запуск</translation>
    </message>
    <message>
        <source>runs start only by hand</source>
        <translation>запуски только вручную</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <comment>number, origin</comment>
        <translation>Запуск %1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 channels</source>
        <translation>каналы: %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n posts added</source>
        <translation>
            <numerusform>добавлен %n пост</numerusform>
            <numerusform>добавлено %n поста</numerusform>
            <numerusform>добавлено %n постов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n со сбоем</numerusform>
            <numerusform>%n со сбоями</numerusform>
            <numerusform>%n со сбоями</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>history %1 of %2</source>
        <comment>messages</comment>
        <translation>история: %1 из %2</translation>
    </message>
    <message>
        <source>told to wait %1</source>
        <translation>просят подождать %1</translation>
    </message>
    <message>
        <source>reading @%1</source>
        <translation>читается @%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more going</source>
        <comment>runs</comment>
        <translation>
            <numerusform>ещё %n идёт</numerusform>
            <numerusform>ещё %n идут</numerusform>
            <numerusform>ещё %n идут</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SearchBar</name>
    <message>
        <source>Search in posts…</source>
        <translation>Поиск по постам…</translation>
    </message>
    <message>
        <source>Search in posts</source>
        <translation>Поиск по постам</translation>
    </message>
    <message>
        <source>Words in any form, and filters such as has:photo (Ctrl+F; F1 explains)</source>
        <translation>Слова в любой форме и фильтры, например has:photo (Ctrl+F; F1 — справка)</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>What can be searched for (F1 in the field)</source>
        <translation>Что можно искать (F1 в поле)</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Что можно искать</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Идёт поиск…</translation>
    </message>
    <message>
        <source>Esc in the field ends the search</source>
        <translation>Esc в поле завершит поиск</translation>
    </message>
    <message numerus="yes">
        <source>%1+ posts</source>
        <comment>more than so many</comment>
        <translation>
            <numerusform>%1+ постов</numerusform>
            <numerusform>%1+ постов</numerusform>
            <numerusform>%1+ постов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 posts</source>
        <comment>number found</comment>
        <translation>
            <numerusform>%1 пост</numerusform>
            <numerusform>%1 поста</numerusform>
            <numerusform>%1 постов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SearchHelp</name>
    <message>
        <source>What can be searched for</source>
        <translation>Что можно искать</translation>
    </message>
    <message>
        <source>all words, in any form</source>
        <translation>все слова, в любой форме</translation>
    </message>
    <message>
        <source>words as they stand</source>
        <translation>слова точно как есть</translation>
    </message>
    <message>
        <source>one of both</source>
        <translation>одно из двух</translation>
    </message>
    <message>
        <source>without a word</source>
        <translation>без слова</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>слова с таким началом</translation>
    </message>
    <message>
        <source>in a channel, in a folder</source>
        <translation>в канале, в папке</translation>
    </message>
    <message>
        <source>forwarded from, signed by</source>
        <translation>откуда переслано, кем подписано</translation>
    </message>
    <message>
        <source>when it was posted</source>
        <translation>когда опубликовано</translation>
    </message>
    <message>
        <source>link, photo, video, file, poll, audio, voice, note, tag</source>
        <translation>ссылка, фото, видео, файл, опрос, аудио, голос, заметка, метка</translation>
    </message>
    <message>
        <source>unread, read, starred, edited, deleted, forwarded, reply</source>
        <translation>не прочитан, прочитан, в избранном, изменён, удалён, переслан, ответ</translation>
    </message>
    <message>
        <source>views, language, tag</source>
        <translation>просмотры, язык, метка</translation>
    </message>
    <message>
        <source>A minus before a filter excludes it, parentheses group. Down shows the last searches, F1 this help.</source>
        <translation>Минус перед фильтром исключает, скобки объединяют. Стрелка вниз покажет последние запросы, F1 — эту справку.</translation>
    </message>
</context>
<context>
    <name>vestnik::SearchStrip</name>
    <message>
        <source>Name of the search:</source>
        <translation>Название поиска:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>vestnik::ServerFields</name>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Пароль базы данных</translation>
    </message>
    <message>
        <source>if the server asks for one</source>
        <translation>если сервер его требует</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>Used once and kept apart from the address; it is never shown</source>
        <translation>Хранится отдельно от адреса и никогда не показывается</translation>
    </message>
    <message>
        <source>Only an address that begins with postgresql:// needs one.</source>
        <translation>Нужен только адресу, который начинается с postgresql://.</translation>
    </message>
</context>
<context>
    <name>vestnik::SettingRow</name>
    <message>
        <source>Back to the default: %1</source>
        <translation>Вернуть по умолчанию: %1</translation>
    </message>
    <message>
        <source>Set by the environment variable %1.</source>
        <translation>Задано переменной окружения %1.</translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation>По умолчанию: %1</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Задано в командной строке.</translation>
    </message>
</context>
<context>
    <name>vestnik::SettingTexts</name>
    <message>
        <source>General</source>
        <comment>settings</comment>
        <translation>Общие</translation>
    </message>
    <message>
        <source>Schedule</source>
        <comment>settings</comment>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Reading</source>
        <comment>settings</comment>
        <translation>Чтение</translation>
    </message>
    <message>
        <source>Web preview</source>
        <comment>settings</comment>
        <translation>Веб-просмотр</translation>
    </message>
    <message>
        <source>Proxy</source>
        <comment>settings</comment>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Storage</source>
        <comment>settings</comment>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Start the scheduler at launch</source>
        <translation>Запускать планировщик вместе с программой</translation>
    </message>
    <message>
        <source>Parse all channels every</source>
        <translation>Читать все каналы каждые</translation>
    </message>
    <message>
        <source>First run: days back</source>
        <translation>Первый запуск: дней назад</translation>
    </message>
    <message>
        <source>First run: posts at least</source>
        <translation>Первый запуск: постов не меньше</translation>
    </message>
    <message>
        <source>Pages to read again</source>
        <translation>Перечитывать страниц</translation>
    </message>
    <message>
        <source>Channels at the same time</source>
        <translation>Каналов одновременно</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Запросов в секунду</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Запросов сразу</translation>
    </message>
    <message>
        <source>Time limit of a request</source>
        <translation>Предел времени запроса</translation>
    </message>
    <message>
        <source>Attempts per page</source>
        <translation>Попыток на страницу</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Сервер прокси</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Порт прокси</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Пользователь прокси</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>The language of the window; it changes at once.</source>
        <translation>Язык окна; меняется сразу.</translation>
    </message>
    <message>
        <source>Light or dark colours, or as the system has them.</source>
        <translation>Светлые или тёмные цвета либо как в системе.</translation>
    </message>
    <message>
        <source>Otherwise runs begin when you press Start.</source>
        <translation>Иначе запуски начнутся, когда вы нажмёте «Запустить».</translation>
    </message>
    <message>
        <source>A run that is still going is not doubled.</source>
        <translation>Пока запуск идёт, второй не начинается.</translation>
    </message>
    <message>
        <source>How far back a new channel is read.</source>
        <translation>На сколько назад читается новый канал.</translation>
    </message>
    <message>
        <source>A new channel is read back at least so many posts, however old they are.</source>
        <translation>В новом канале читается не меньше стольких постов, какими бы старыми они ни были.</translation>
    </message>
    <message>
        <source>The newest pages of each channel are read in every run, for edits and new view counts.</source>
        <translation>Последние страницы каждого канала читаются при каждом запуске: ради правок и новых просмотров.</translation>
    </message>
    <message>
        <source>They share one pace; more is not faster than the pace allows.</source>
        <translation>У них общий темп: быстрее него не станет, сколько бы каналов ни читалось.</translation>
    </message>
    <message>
        <source>Where the public pages of channels are read.</source>
        <translation>Откуда читаются открытые страницы каналов.</translation>
    </message>
    <message>
        <source>To each host. 0 is without a limit; Telegram then soon answers with empty pages.</source>
        <translation>К каждому серверу. 0 — без ограничения; тогда Telegram скоро начнёт отвечать пустыми страницами.</translation>
    </message>
    <message>
        <source>After a pause so many requests may go out without waiting.</source>
        <translation>Столько запросов после паузы можно отправить без ожидания.</translation>
    </message>
    <message>
        <source>A request that takes longer is repeated.</source>
        <translation>Запрос, который длится дольше, повторяется.</translation>
    </message>
    <message>
        <source>A page that fails so many times is left for the next run.</source>
        <translation>После стольких неудач страница остаётся следующему запуску.</translation>
    </message>
    <message>
        <source>How Vestnik reaches the internet.</source>
        <translation>Как Vestnik выходит в интернет.</translation>
    </message>
    <message>
        <source>Name or address of the proxy server.</source>
        <translation>Имя или адрес прокси-сервера.</translation>
    </message>
    <message>
        <source>1080 is usual for SOCKS5, 3128 or 8080 for HTTP.</source>
        <translation>Обычно 1080 для SOCKS5, 3128 или 8080 для HTTP.</translation>
    </message>
    <message>
        <source>Empty if the proxy asks for none.</source>
        <translation>Оставьте пустым, если прокси его не требует.</translation>
    </message>
    <message>
        <source>min</source>
        <comment>unit behind a number</comment>
        <translation>мин</translation>
    </message>
    <message>
        <source>days</source>
        <comment>unit behind a number</comment>
        <translation>дн.</translation>
    </message>
    <message>
        <source>posts</source>
        <comment>unit behind a number</comment>
        <translation>шт.</translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit behind a number</comment>
        <translation>с</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>proxy</comment>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>language</comment>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>theme</comment>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Без прокси</translation>
    </message>
    <message>
        <source>on</source>
        <comment>setting</comment>
        <translation>включено</translation>
    </message>
    <message>
        <source>off</source>
        <comment>setting</comment>
        <translation>выключено</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>setting</comment>
        <translation>пусто</translation>
    </message>
    <message>
        <source>This is no address such as https://t.me.</source>
        <translation>Это не адрес вида https://t.me.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is needed.</source>
        <translation>Нужно число от %1 до %2.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Это значение не подходит.</translation>
    </message>
    <message>
        <source>A file in the data directory, another file, or a PostgreSQL server. Sizes and backups are on the Storage page.</source>
        <translation>Файл в папке данных, другой файл или сервер PostgreSQL. Размеры и копии — на странице «Хранилище».</translation>
    </message>
    <message>
        <source>Jobs at the same time</source>
        <translation>Заданий одновременно</translation>
    </message>
    <message>
        <source>Keep the history of runs</source>
        <translation>Хранить историю запусков</translation>
    </message>
    <message>
        <source>Further jobs that fall due wait for their turn.</source>
        <translation>Остальные задания, срок которых подошёл, ждут своей очереди.</translation>
    </message>
    <message>
        <source>Older runs and their logs are removed; posts are not touched.</source>
        <translation>Более старые запуски и их журналы удаляются; посты не затрагиваются.</translation>
    </message>
</context>
<context>
    <name>vestnik::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>&amp;Reset All Settings</source>
        <translation>&amp;Сбросить все настройки</translation>
    </message>
    <message>
        <source>Every setting back to its default; can be undone</source>
        <translation>Вернуть всем настройкам значения по умолчанию; это можно отменить</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Найти настройку</translation>
    </message>
    <message>
        <source>Find a setting (%1)</source>
        <translation>Найти настройку (%1)</translation>
    </message>
    <message>
        <source>Show All Settings</source>
        <translation>Показать все настройки</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Ни одна настройка не подходит.</translation>
    </message>
    <message>
        <source>Data directory: %1</source>
        <translation>Папка данных: %1</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Only an HTTP or SOCKS5 proxy needs this.</source>
        <translation>Нужно только для прокси HTTP или SOCKS5.</translation>
    </message>
    <message>
        <source>All settings have their default.</source>
        <translation>У всех настроек значения по умолчанию.</translation>
    </message>
    <message numerus="yes">
        <source>%n settings were reset.</source>
        <translation>
            <numerusform>Сброшена %n настройка.</numerusform>
            <numerusform>Сброшены %n настройки.</numerusform>
            <numerusform>Сброшено %n настроек.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Intervals and times are on the Schedule page.</source>
        <translation>Интервалы и время задаются на странице «Расписание».</translation>
    </message>
    <message>
        <source>Open the Schedule</source>
        <translation>Открыть расписание</translation>
    </message>
</context>
<context>
    <name>vestnik::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>vestnik::SizeList</name>
    <message>
        <source>Find a channel</source>
        <translation>Найти канал</translation>
    </message>
    <message>
        <source>No posts are stored yet.</source>
        <translation>Постов пока нет.</translation>
    </message>
    <message>
        <source>Show All Channels</source>
        <translation>Показать все каналы</translation>
    </message>
    <message>
        <source>No channel matches the filter.</source>
        <translation>Фильтру не подходит ни один канал.</translation>
    </message>
    <message>
        <source>The sizes could not be read.</source>
        <translation>Не удалось прочитать размеры.</translation>
    </message>
    <message>
        <source>Size by channel</source>
        <translation>Размер по каналам</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читается…</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n канал</numerusform>
            <numerusform>%n канала</numerusform>
            <numerusform>%n каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <comment>channels</comment>
        <translation>
            <numerusform>показан %n</numerusform>
            <numerusform>показано %n</numerusform>
            <numerusform>показано %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>channels</comment>
        <translation>
            <numerusform>выделен %n</numerusform>
            <numerusform>выделено %n</numerusform>
            <numerusform>выделено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Words of the title or the name</source>
        <translation>Слова из названия или имени</translation>
    </message>
</context>
<context>
    <name>vestnik::SizeModel</name>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>@%1 was taken off the list; its posts are kept.</source>
        <translation>@%1 убран из списка; его посты сохранены.</translation>
    </message>
    <message>
        <source>Its own rule.</source>
        <translation>Своё правило.</translation>
    </message>
    <message>
        <source>As the general rule.</source>
        <translation>По общему правилу.</translation>
    </message>
    <message>
        <source>%1 bytes, estimated</source>
        <translation>%1 байт, оценка</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Хранение</translation>
    </message>
</context>
<context>
    <name>vestnik::StartStopButton</name>
    <message>
        <source>Opening…</source>
        <comment>the database</comment>
        <translation>Открывается…</translation>
    </message>
    <message>
        <source>Engine is down</source>
        <translation>Движок не работает</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>scheduler</comment>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Start the scheduler: parse all active channels again and again</source>
        <translation>Запустить планировщик: читать все активные каналы снова и снова</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>scheduler</comment>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop the scheduler; what was fetched is kept</source>
        <translation>Остановить планировщик; полученное сохранится</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>scheduler</comment>
        <translation>Остановка…</translation>
    </message>
    <message>
        <source>The scheduler is stopping; this takes at most 5 seconds</source>
        <translation>Планировщик останавливается; это займёт не больше 5 секунд</translation>
    </message>
    <message>
        <source>The database is being opened</source>
        <translation>База данных открывается</translation>
    </message>
    <message>
        <source>The engine is not running, see Diagnostics</source>
        <translation>Движок не работает, смотрите «Диагностику»</translation>
    </message>
</context>
<context>
    <name>vestnik::StateCard</name>
    <message>
        <source>parsing %1 of %2</source>
        <comment>channels</comment>
        <translation>читается %1 из %2</translation>
    </message>
    <message>
        <source>next in %1</source>
        <comment>time</comment>
        <translation>следующий через %1</translation>
    </message>
    <message>
        <source>next run is due</source>
        <translation>пора начать запуск</translation>
    </message>
    <message>
        <source>no runs planned</source>
        <translation>запуски не запланированы</translation>
    </message>
</context>
<context>
    <name>vestnik::StatusLine</name>
    <message>
        <source>Progress of the run</source>
        <translation>Ход запуска</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a run</comment>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>End this run; what was fetched is kept</source>
        <translation>Прервать этот запуск; полученное сохранится</translation>
    </message>
    <message>
        <source>Open the Channels page</source>
        <translation>Открыть страницу «Каналы»</translation>
    </message>
    <message>
        <source>Size of the database</source>
        <translation>Размер базы данных</translation>
    </message>
    <message>
        <source>Run %1: %2/%3 channels</source>
        <translation>Запуск %1: каналы %2/%3</translation>
    </message>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n пост</numerusform>
            <numerusform>%n поста</numerusform>
            <numerusform>%n постов</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting %1</source>
        <comment>time</comment>
        <translation>ожидание %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>No run is going</source>
        <translation>Запуск не идёт</translation>
    </message>
    <message>
        <source>Open the Overview page</source>
        <translation>Открыть страницу «Обзор»</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n канал</numerusform>
            <numerusform>%n канала</numerusform>
            <numerusform>%n каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n со сбоем</numerusform>
            <numerusform>%n со сбоями</numerusform>
            <numerusform>%n со сбоями</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading @%1</source>
        <translation>Читается @%1</translation>
    </message>
    <message>
        <source>Size of the database; opens the Storage page</source>
        <translation>Размер базы данных; открывает страницу «Хранилище»</translation>
    </message>
</context>
<context>
    <name>vestnik::StoppedStrip</name>
    <message>
        <source>Start</source>
        <comment>the scheduler</comment>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Start the scheduler</source>
        <translation>Запустить планировщик</translation>
    </message>
    <message>
        <source>The scheduler is stopping: nothing more will begin by itself.</source>
        <translation>Планировщик останавливается: само больше ничего не начнётся.</translation>
    </message>
    <message>
        <source>The scheduler is stopped: nothing will run by itself.</source>
        <translation>Планировщик остановлен: само ничего не запустится.</translation>
    </message>
    <message>
        <source>The scheduler is stopping.</source>
        <translation>Планировщик останавливается.</translation>
    </message>
    <message>
        <source>The engine is not running, see Diagnostics.</source>
        <translation>Движок не работает, см. «Диагностика».</translation>
    </message>
</context>
<context>
    <name>vestnik::StoragePage</name>
    <message>
        <source>Read &amp;Sizes Again</source>
        <translation>Обновить &amp;размеры</translation>
    </message>
    <message>
        <source>Read all sizes anew</source>
        <translation>Прочитать все размеры заново</translation>
    </message>
    <message>
        <source>Add Channels…</source>
        <translation>Добавить каналы…</translation>
    </message>
    <message>
        <source>Show &amp;Posts</source>
        <translation>Показать &amp;посты</translation>
    </message>
    <message>
        <source>&amp;Export Posts…</source>
        <translation>&amp;Экспорт постов…</translation>
    </message>
    <message>
        <source>&amp;How Long Posts Are Kept…</source>
        <translation>Сколько &amp;хранить посты…</translation>
    </message>
    <message>
        <source>As the &amp;General Rule</source>
        <translation>По &amp;общему правилу</translation>
    </message>
    <message>
        <source>&amp;Copy as a Table</source>
        <translation>&amp;Копировать таблицей</translation>
    </message>
    <message>
        <source>The table was copied.</source>
        <translation>Таблица скопирована.</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n канал</numerusform>
            <numerusform>%n канала</numerusform>
            <numerusform>%n каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rule of %n channels was changed.</source>
        <translation>
            <numerusform>Изменено правило %n канала.</numerusform>
            <numerusform>Изменено правило %n каналов.</numerusform>
            <numerusform>Изменено правило %n каналов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>No channel is selected.</source>
        <translation>Канал не выделен.</translation>
    </message>
    <message>
        <source>The database cannot be written.</source>
        <translation>Запись в базу данных невозможна.</translation>
    </message>
    <message>
        <source>Show the posts of this channel</source>
        <translation>Показать посты этого канала</translation>
    </message>
    <message>
        <source>Select one channel only.</source>
        <translation>Выделите один канал.</translation>
    </message>
    <message>
        <source>Write the posts of these channels into a file</source>
        <translation>Записать посты этих каналов в файл</translation>
    </message>
    <message>
        <source>The rules are not read yet.</source>
        <translation>Правила ещё не прочитаны.</translation>
    </message>
    <message>
        <source>A rule of its own for these channels</source>
        <translation>Своё правило для этих каналов</translation>
    </message>
    <message>
        <source>Take the own rule of these channels away</source>
        <translation>Убрать своё правило этих каналов</translation>
    </message>
    <message>
        <source>These channels have no rule of their own.</source>
        <translation>У этих каналов нет своего правила.</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, separated by tabs</source>
        <translation>Копировать выделенные строки или все, через табуляцию</translation>
    </message>
    <message>
        <source>The sizes are not read yet.</source>
        <translation>Размеры ещё не прочитаны.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Хранилище</translation>
    </message>
</context>
<context>
    <name>vestnik::Strip</name>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>Open the Diagnostics page</source>
        <translation>Открыть страницу «Диагностика»</translation>
    </message>
    <message>
        <source>The engine is not running. Restart Vestnik; what was stored is kept.</source>
        <translation>Движок не работает. Перезапустите Vestnik; сохранённое никуда не денется.</translation>
    </message>
    <message>
        <source>Vestnik goes on by itself; nothing is lost.</source>
        <translation>Vestnik продолжит сам; ничего не потеряно.</translation>
    </message>
    <message>
        <source>The database is being brought up to date; a backup is made first. Reading and parsing wait.</source>
        <translation>База данных обновляется; сначала создаётся резервная копия. Чтение постов и запуски подождут.</translation>
    </message>
    <message>
        <source>Trying again in %1; what was fetched is kept.</source>
        <translation>Новая попытка через %1; полученное сохранено.</translation>
    </message>
    <message>
        <source>Trying again now; what was fetched is kept.</source>
        <translation>Новая попытка; полученное сохранено.</translation>
    </message>
</context>
<context>
    <name>vestnik::TargetEditor</name>
    <message>
        <source>Works on</source>
        <translation>С чем работает</translation>
    </message>
    <message>
        <source>All active channels</source>
        <translation>Все активные каналы</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Chosen channels</source>
        <translation>Выбранные каналы</translation>
    </message>
    <message>
        <source>The channels of a user</source>
        <translation>Каналы пользователя</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Number of the user</source>
        <translation>Номер пользователя</translation>
    </message>
    <message>
        <source>User no.</source>
        <comment>before a number</comment>
        <translation>Пользователь №</translation>
    </message>
    <message>
        <source>Without a folder</source>
        <translation>Без папки</translation>
    </message>
</context>
<context>
    <name>vestnik::TaskLine</name>
    <message>
        <source>Progress of the task</source>
        <translation>Ход задачи</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a task</comment>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>task, its progress</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Shows all tasks.</source>
        <translation>%1. Покажет все задачи.</translation>
    </message>
    <message>
        <source>End this task: %1</source>
        <translation>Прервать задачу: %1</translation>
    </message>
    <message>
        <source>Recent tasks</source>
        <translation>Недавние задачи</translation>
    </message>
    <message>
        <source>What was exported, imported, backed up …</source>
        <translation>Что было экспортировано, импортировано, скопировано …</translation>
    </message>
</context>
<context>
    <name>vestnik::TaskMessages</name>
    <message>
        <source>%1: %2</source>
        <comment>task, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a file</comment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
</context>
<context>
    <name>vestnik::TaskProgress</name>
    <message>
        <source>Progress of the task</source>
        <translation>Ход задачи</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a task</comment>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>End this task</source>
        <translation>Прервать задачу</translation>
    </message>
</context>
<context>
    <name>vestnik::TaskTexts</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Restore</source>
        <comment>task</comment>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Removal of old posts</source>
        <translation>Удаление старых постов</translation>
    </message>
    <message>
        <source>Check of the database</source>
        <translation>Проверка базы данных</translation>
    </message>
    <message>
        <source>Compaction of the database</source>
        <translation>Сжатие базы данных</translation>
    </message>
    <message>
        <source>Move to another database</source>
        <translation>Перенос в другую базу</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>Экспорт в %1</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <translation>Импорт из %1</translation>
    </message>
    <message>
        <source>Backup to %1</source>
        <translation>Копия в %1</translation>
    </message>
    <message>
        <source>Restore of %1</source>
        <translation>Восстановление из %1</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Перенос в %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln пост</numerusform>
            <numerusform>%Ln поста</numerusform>
            <numerusform>%Ln постов</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for other tasks</source>
        <translation>Ждёт других задач</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>task</comment>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Начинается…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln posts</source>
        <translation>
            <numerusform>%1 из %Ln поста</numerusform>
            <numerusform>%1 из %Ln постов</numerusform>
            <numerusform>%1 из %Ln постов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <comment>task</comment>
        <translation>%1: прервано.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>task, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts were exported to %1.</source>
        <translation>
            <numerusform>%Ln пост экспортирован в %1.</numerusform>
            <numerusform>%Ln поста экспортировано в %1.</numerusform>
            <numerusform>%Ln постов экспортировано в %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new posts were taken over from %1.</source>
        <translation>
            <numerusform>%Ln новый пост взят из %1.</numerusform>
            <numerusform>%Ln новых поста взято из %1.</numerusform>
            <numerusform>%Ln новых постов взято из %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%Ln уже был.</numerusform>
            <numerusform>%Ln уже были.</numerusform>
            <numerusform>%Ln уже были.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines could not be read.</source>
        <translation>
            <numerusform>%Ln строку прочитать не удалось.</numerusform>
            <numerusform>%Ln строки прочитать не удалось.</numerusform>
            <numerusform>%Ln строк прочитать не удалось.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup %1 was written: %2.</source>
        <translation>Копия %1 создана: %2.</translation>
    </message>
    <message>
        <source>The backup %1 was written.</source>
        <translation>Копия %1 создана.</translation>
    </message>
    <message>
        <source>The backup %1 was restored.</source>
        <translation>Копия %1 восстановлена.</translation>
    </message>
    <message>
        <source>What was there before is kept as %1.</source>
        <translation>Прежняя база сохранена как %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts would be removed.</source>
        <translation>
            <numerusform>Удалится %Ln пост.</numerusform>
            <numerusform>Удалятся %Ln поста.</numerusform>
            <numerusform>Удалятся %Ln постов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts were removed.</source>
        <translation>
            <numerusform>%Ln пост удалён.</numerusform>
            <numerusform>%Ln поста удалено.</numerusform>
            <numerusform>%Ln постов удалено.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database was checked; it is sound.</source>
        <translation>База данных проверена, она исправна.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems were found in the database.</source>
        <translation>
            <numerusform>В базе данных найдена %Ln ошибка.</numerusform>
            <numerusform>В базе данных найдено %Ln ошибки.</numerusform>
            <numerusform>В базе данных найдено %Ln ошибок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were put right.</source>
        <translation>
            <numerusform>Исправлена %Ln запись.</numerusform>
            <numerusform>Исправлено %Ln записи.</numerusform>
            <numerusform>Исправлено %Ln записей.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database was compacted; %1 were given back.</source>
        <translation>База данных сжата, освобождено %1.</translation>
    </message>
    <message>
        <source>The database was compacted.</source>
        <translation>База данных сжата.</translation>
    </message>
    <message>
        <source>Everything was moved to %1 and compared; work goes on there.</source>
        <translation>Всё перенесено в %1 и сравнено; работа продолжается там.</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Посты</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Размер до</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Размер после</translation>
    </message>
    <message>
        <source>Given back to the disk</source>
        <translation>Возвращено диску</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>New channels</source>
        <translation>Новые каналы</translation>
    </message>
    <message>
        <source>New users</source>
        <translation>Новые пользователи</translation>
    </message>
    <message>
        <source>New posts</source>
        <translation>Новые посты</translation>
    </message>
    <message>
        <source>Posts that were there already</source>
        <translation>Посты, которые уже были</translation>
    </message>
    <message>
        <source>Posts that are stored with another text (kept as stored)</source>
        <translation>Посты, сохранённые с другим текстом (оставлены как были)</translation>
    </message>
    <message>
        <source>Posts that got a star, a tag or a note</source>
        <translation>Посты, получившие отметку избранного, метку или заметку</translation>
    </message>
    <message>
        <source>Posts left out</source>
        <translation>Пропущенные посты</translation>
    </message>
    <message>
        <source>Chats left out</source>
        <translation>Пропущенные чаты</translation>
    </message>
    <message>
        <source>Articles left out</source>
        <translation>Пропущенные статьи</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Пропущенные строки</translation>
    </message>
    <message>
        <source>The file is not complete</source>
        <translation>Файл неполный</translation>
    </message>
    <message>
        <source>Lines that could not be read</source>
        <translation>Строки, которые не удалось прочитать</translation>
    </message>
    <message>
        <source>Posts to remove</source>
        <translation>Посты к удалению</translation>
    </message>
    <message>
        <source>Posts to remove, all channels</source>
        <translation>Посты к удалению, все каналы</translation>
    </message>
    <message>
        <source>Of these with a note or a tag</source>
        <translation>Из них с заметкой или меткой</translation>
    </message>
    <message>
        <source>Posts removed</source>
        <translation>Удалённые посты</translation>
    </message>
    <message>
        <source>Posts removed, all channels</source>
        <translation>Удалённые посты, все каналы</translation>
    </message>
    <message>
        <source>Starred posts that are kept</source>
        <translation>Оставленные избранные посты</translation>
    </message>
    <message>
        <source>Older backups removed</source>
        <translation>Удалено старых копий</translation>
    </message>
    <message>
        <source>Version of the tables</source>
        <translation>Версия таблиц</translation>
    </message>
    <message>
        <source>Tables checked</source>
        <translation>Проверено таблиц</translation>
    </message>
    <message>
        <source>Channels with wrong counters</source>
        <translation>Каналы с неверными счётчиками</translation>
    </message>
    <message>
        <source>Counters that were put right</source>
        <translation>Исправленные счётчики</translation>
    </message>
    <message>
        <source>Rows that belong to nothing</source>
        <translation>Записи, которые ни к чему не относятся</translation>
    </message>
    <message>
        <source>Of these removed</source>
        <translation>Из них удалено</translation>
    </message>
    <message>
        <source>Index of texts damaged</source>
        <translation>Индекс текстов повреждён</translation>
    </message>
    <message>
        <source>Entries of the index that were put right</source>
        <translation>Исправленные записи индекса</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>Найдено ошибок</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Rows copied and compared</source>
        <translation>Скопировано и сравнено строк</translation>
    </message>
    <message>
        <source>Rows copied and compared, all tables</source>
        <translation>Скопировано и сравнено строк, все таблицы</translation>
    </message>
    <message>
        <source>Posts that wait for the index of texts</source>
        <translation>Посты, которые ждут индекса текстов</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Контрольная сумма</translation>
    </message>
    <message>
        <source>What was there before is kept as</source>
        <translation>Прежняя база сохранена как</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fact of a report</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Имена</translation>
    </message>
</context>
<context>
    <name>vestnik::TriggerEditor</name>
    <message>
        <source>Spread</source>
        <translation>Разброс</translation>
    </message>
    <message>
        <source>none</source>
        <comment>spread</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>Every</source>
        <comment>interval</comment>
        <translation>Каждые</translation>
    </message>
    <message>
        <source>Count &amp;from a time</source>
        <translation>Отсчитывать &amp;от времени</translation>
    </message>
    <message>
        <source>Without it, from the beginning of the run before</source>
        <translation>Иначе — от начала прежнего запуска</translation>
    </message>
    <message>
        <source>Count from</source>
        <translation>Отсчитывать от</translation>
    </message>
    <message>
        <source>Once at</source>
        <translation>Один раз в</translation>
    </message>
    <message>
        <source>By the clock of this computer.</source>
        <translation>По часам этого компьютера.</translation>
    </message>
    <message>
        <source>Every…</source>
        <comment>trigger</comment>
        <translation>Каждые…</translation>
    </message>
    <message>
        <source>Cron</source>
        <comment>trigger</comment>
        <translation>Cron</translation>
    </message>
    <message>
        <source>Once</source>
        <comment>trigger</comment>
        <translation>Один раз</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Часовой пояс</translation>
    </message>
    <message>
        <source>Only within</source>
        <translation>Только в пределах</translation>
    </message>
    <message>
        <source>Spre&amp;ad: begin later by up to</source>
        <translation>Р&amp;азброс: начинать позже, не более чем на</translation>
    </message>
    <message>
        <source>Next five</source>
        <translation>Следующие пять</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>Такого часового пояса нет.</translation>
    </message>
    <message>
        <source>From 1 second to 366 days.</source>
        <translation>От 1 секунды до 366 дней.</translation>
    </message>
    <message>
        <source>A window needs at least one day and must not be empty.</source>
        <translation>Окну нужен хотя бы один день, и оно не должно быть пустым.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>Это время уже прошло.</translation>
    </message>
    <message>
        <source>This cannot be used.</source>
        <translation>Не подходит.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>duration</comment>
        <translation>через %1</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>weekday, date with time, from now</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>It would never run within nine years.</source>
        <translation>В ближайшие девять лет запуска не будет.</translation>
    </message>
</context>
<context>
    <name>vestnik::UpcomingList</name>
    <message>
        <source>Next</source>
        <comment>runs</comment>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Show %1 on the Schedule page</source>
        <translation>Показать «%1» в расписании</translation>
    </message>
    <message>
        <source>No run is planned. Open the schedule</source>
        <translation>Ничего не запланировано. Открыть расписание</translation>
    </message>
</context>
<context>
    <name>vestnik::WindowsEditor</name>
    <message>
        <source>Add a time window</source>
        <translation>Добавить окно времени</translation>
    </message>
    <message>
        <source>The job runs only within its windows; without any, at all times</source>
        <translation>Задание запускается только в своих окнах; если их нет — в любое время</translation>
    </message>
    <message>
        <source>Window from</source>
        <translation>Окно с</translation>
    </message>
    <message>
        <source>Window to</source>
        <translation>Окно до</translation>
    </message>
    <message>
        <source>00:00 is the end of the day; a time before the beginning is on the next day</source>
        <translation>00:00 — конец дня; время раньше начала — на следующий день</translation>
    </message>
    <message>
        <source>Remove this window</source>
        <translation>Убрать это окно</translation>
    </message>
</context>
<context>
    <name>vestnik::ZoneBox</name>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>System (%1)</source>
        <comment>time zone</comment>
        <translation>Системный (%1)</translation>
    </message>
</context>
</TS>
