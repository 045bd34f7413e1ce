@echo off
node "%~dp0..\dist\bin.js" %*
exit /b %errorlevel%
