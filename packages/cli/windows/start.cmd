@echo off
rem Double-click: a window in which lungang can be typed. A workbook dropped on this file is checked.
chcp 65001 >nul
where node >nul 2>nul
if errorlevel 1 goto nonode
if not exist "%~dp0..\dist\bin.js" goto nobuild
if not "%~1"=="" goto dropped
doskey lungang="%~dp0lungang.cmd" $*
node "%~dp0..\dist\bin.js" --help
cd /d "%USERPROFILE%\Documents"
cmd /k
exit /b 0
:dropped
node "%~dp0..\dist\bin.js" check "%~1"
pause
exit /b 0
:nonode
echo Node.js 20.19 or newer is needed: https://nodejs.org
pause
exit /b 1
:nobuild
echo Run "npm run quickstart" in the folder of Lungang first.
pause
exit /b 1
